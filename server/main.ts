import { createServer as createPlainServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { makeApp } from './app.ts';
import { makeSessions } from './auth/session.ts';
import { readArguments, readPeople, readPort } from './command-line/arguments.ts';
import { listenForControl, type Say } from './command-line/control.ts';
import { type OpenedFolder, openFolder } from './command-line/data-folder.ts';
import { obeyQuarantine } from './command-line/device/quarantine-words.ts';
import { obeyRescue } from './command-line/device/rescue-words.ts';
import { readBytes } from './command-line/named-file.ts';
import { obeyErase } from './command-line/order/erase-words.ts';
import { obeyHandOver } from './command-line/order/hand-over-words.ts';
import { obeyKeys } from './command-line/order/keys-words.ts';
import { obeyReceive } from './command-line/order/receive-words.ts';
import { obeyRevoke } from './command-line/order/revoke-words.ts';
import { obeyRegister } from './command-line/register/obey-register.ts';
import { runProgram, told } from './command-line/told.ts';
import { obeyUnits } from './command-line/units/obey-units.ts';
import { verifyChains } from './command-line/verify-audit.ts';
import { issueCode } from './command-line/welcome/issue-code.ts';
import { printWelcome } from './command-line/welcome/welcome.ts';
import { makeFigures } from './figures/figures.ts';
import { makeLimits } from './http/limits.ts';
import { readStaticFiles } from './http/static-files.ts';
import { log, traceOf } from './log.ts';
import { finishUnitChanges } from './sync/units/change-units.ts';
import { unitsBench } from './sync/units/units-routes.ts';

interface Settings {
  readonly port: number;
  readonly data: string;
  /** About so many people for the invented commune, if this start founds it. */
  readonly people: number | undefined;
  readonly host: string;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
}

async function readSettings(words: readonly string[]): Promise<Settings> {
  const names = ['port', 'data', 'people', 'host', 'cert', 'key'] as const;
  const { port, data, people, host, cert, key } = readArguments(words, names);
  const settings = {
    port: readPort(port, 8080),
    data: data ?? 'data',
    people: readPeople(people),
    host: host ?? 'localhost',
  };
  if (host === undefined && cert === undefined && key === undefined) return { ...settings, tls: undefined };
  if (host === undefined || cert === undefined || key === undefined) {
    throw told('Chạy https cần đủ --host, --cert và --key.', 'https needs --host, --cert and --key together.');
  }
  return { ...settings, tls: { cert: await readBytes(cert), key: await readBytes(key) } };
}

/** Over plain http only this machine may come in: elsewhere a browser gives a page neither keys nor a service worker. */
async function listen({ port, tls }: Settings, answer: ReturnType<typeof getRequestListener>) {
  const server = tls === undefined ? createPlainServer(answer) : createSecureServer(tls, answer);
  server.headersTimeout = 15_000;
  // A month's work over a slow line takes its time; a phone waits 30 s.
  server.requestTimeout = 60_000;
  await bind(server, port, tls !== undefined);
  return server;
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return told(
      `Cổng ${port} đang được dùng. Chọn cổng khác bằng --port.`,
      `Port ${port} is in use. Choose another with --port.`,
    );
  if (error.code === 'EACCES') return told(`Không được phép mở cổng ${port}.`, `Port ${port} may not be opened.`);
  return error;
}

/** Before a folder is made or opened: a port that is taken is the commonest mistake. */
async function probe({ port, tls }: Settings): Promise<void> {
  const probing = createPlainServer();
  await bind(probing, port, tls !== undefined);
  await new Promise((resolve) => probing.close(resolve));
}

function bind(server: Server, port: number, isOpenToAll: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
    server.listen(port, isOpenToAll ? undefined : '127.0.0.1', resolve);
  });
}

async function serve(settings: Settings, opened: OpenedFolder): Promise<void> {
  const { hub, folder } = opened;
  const figures = makeFigures(hub, log);
  const isSecure = settings.tls !== undefined;
  const site = { hub, figures, sessions: makeSessions(), limits: makeLimits(), isSecure };
  const files = await readStaticFiles(join(import.meta.dirname, '..', 'dist'));
  // The hub opens all the same: what could not be finished is tried again at the next start.
  await finishUnitChanges(unitsBench({ hub, figures })).catch((error: unknown) =>
    log({ event: 'failed', route: 'units', error: traceOf(error) }),
  );
  const server = await listen(settings, getRequestListener(makeApp(site, files, log).fetch));
  const bench = unitsBench({ hub, figures });
  const obeys: { readonly [verb: string]: (words: readonly string[], say: Say) => Promise<string> } = {
    audit: () => verifyChains(hub),
    units: (words, say) => obeyUnits(bench, words, say),
    revoke: (words) => obeyRevoke(hub, words),
    handover: (words) => obeyHandOver(bench, words),
    receive: (words) => obeyReceive(bench, words),
    keys: (words) => obeyKeys(hub, words),
    quarantine: (words) => obeyQuarantine(bench, words),
    rescue: (words) => obeyRescue(hub, words),
    erase: (words) => obeyErase(hub, words).finally(figures.wakeAll),
    register: (words, say) => obeyRegister({ hub, figures, onWritten: figures.wake }, words, say),
  };
  const control = await listenForControl(folder, async ([verb = '', ...words], say) => {
    return (obeys[verb] ?? (() => issueCode(hub, words)))(words, say);
  });
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await control.close();
    await figures.close();
    await opened.close();
    log({ event: 'stopped' });
  };
  // Ctrl-C twice, or a service manager in a hurry: the journal keeps what was promised.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  await printWelcome(hub, `${isSecure ? 'https' : 'http'}://${settings.host}:${settings.port}`);
  figures.wakeAll();
  log({ event: 'started' });
}

await runProgram(async () => {
  const settings = await readSettings(process.argv.slice(2));
  await probe(settings);
  const opened = await openFolder(settings.data, settings.people);
  if (opened === undefined) {
    throw told(
      `Thư mục ${settings.data} đang do một máy chủ khác dùng.`,
      `The folder ${settings.data} is in use by another hub.`,
    );
  }
  try {
    await serve(settings, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
});
