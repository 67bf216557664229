import { type ChildProcess, spawn } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** A real Chromium with its own profile folder, started by us so that it can be killed like a phone whose battery falls out. */
export interface Browser {
  readonly context: BrowserContext;
  /** A page of the size of a cheap phone. */
  readonly phone: (address?: string) => Promise<Page>;
  readonly desk: (address?: string) => Promise<Page>;
  /** SIGKILL of the whole process group. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

export const PHONE = { width: 360, height: 640 } as const;
export const DESK = { width: 1280, height: 800 } as const;

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.once('exit', (code) => reject(new Error(`Chromium ended (${code}): ${heard.slice(-500)}`)));
    child.stderr?.on('data', (chunk) => {
      heard += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** `group`: folder of a control group that the whole process tree joins before it starts (the cheap-phone stand-in). */
export async function openBrowser(profile: string, group?: string): Promise<Browser> {
  const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const words = [program, ...FLAGS, `--user-data-dir=${profile}`, 'about:blank'];
  const join = group === undefined ? 'exec "$@"' : `echo $$ > '${group}/cgroup.procs' && exec "$@"`;
  const child = spawn('sh', ['-c', join, 'sh', ...words], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const remote = await chromium.connectOverCDP(await debuggerAddress(child));
  const [context] = remote.contexts();
  if (context === undefined) throw new Error('Chromium has no context');
  const open = async (size: typeof PHONE | typeof DESK, address?: string) => {
    const page = await context.newPage();
    await page.setViewportSize(size);
    if (address !== undefined) await page.goto(address);
    return page;
  };
  const stop = async (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    await ended(child);
  };
  return {
    context,
    phone: (address) => open(PHONE, address),
    desk: (address) => open(DESK, address),
    kill: () => stop('SIGKILL'),
    close: async () => {
      await remote.close();
      await stop('SIGTERM');
    },
  };
}
