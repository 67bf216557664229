import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { type Calibration, calibrate } from '../browser/calibration.ts';
import { openSubject, type Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { type Line, openLine, slow, sumTraffic, type Traffic } from '../sync/line.ts';
import { opsOfSave } from '../sync/saving.ts';
import { opsOfMonth } from '../sync/sync-figures.ts';
import { inventedRecords } from './invented-records.ts';

/*
 * What others would need for the same records, in the same browser, over the same line. The peers have a package file of
 * their own; none of it comes into the product.
 */

const peerNames = ['pouchdb', 'rxdb'] as const;
export type PeerName = (typeof peerNames)[number];

/** ms as the bench waits for the page. */
export interface Step extends Traffic {
  readonly ms: number;
}

export type PeerFigures = MeasuredPeer | { readonly is: 'failed'; readonly name: PeerName; readonly why: string };

interface MeasuredPeer extends Calibration {
  readonly is: 'measured';
  readonly name: PeerName;
  readonly isLimited: boolean;
  readonly records: number;
  /** Everything is here. */
  readonly firstLoad: Step;
  /** Then the first search by name. */
  readonly firstSearchMs: number;
  readonly nothingNew: Step;
  /** Edits that were saved before, up. */
  readonly edits: Step & { readonly ops: number };
}

/** What a peer's page offers. */
interface Peer {
  readonly load: () => Promise<number>;
  readonly find: (name: string) => Promise<number>;
  readonly edit: (count: number) => Promise<void>;
  /** @returns how many documents went up */
  readonly push: () => Promise<number>;
  readonly nothingNew: () => Promise<void>;
}

declare global {
  var peer: Peer;
}

/** Of one step of one peer, ms. */
const patience = 1_200_000;

/** `undefined` when the peers are not here and cannot be fetched. */
export async function measurePeers(
  scratch: string,
  people: number,
  step: (text: string) => void,
): Promise<readonly PeerFigures[] | undefined> {
  if (!install()) return undefined;
  const pages = join(scratch, `peers-pages-${people}`);
  await bundlePages(pages);
  const records = inventedRecords(people);
  const file = join(scratch, `peers-${people}.json`);
  writeFileSync(file, JSON.stringify(records));
  step(`peers: their server takes ${records.length} records in (not measured)`);
  const server = await startServer(file, pages, join(scratch, `peers-data-${people}`));
  const line = await openLine(server.port);
  try {
    const figures: PeerFigures[] = [];
    for (const name of peerNames) {
      const profile = join(scratch, `peers-${name}-${people}`);
      const told = (text: string) => step(`${name}: ${text}`);
      // One that does not come to an end within the patience says so; the other is measured all the same.
      const measured = measurePeer(name, profile, line, records.length, told);
      figures.push(await measured.catch((error: unknown) => ({ is: 'failed', name, why: String(error) })));
    }
    return figures;
  } finally {
    line.end();
    server.stop();
  }
}

/** By their own lock file, where that is newer than what is here. */
function install(): boolean {
  const folder = import.meta.dirname;
  const installed = statSync(join(folder, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  if (installed && installed.mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs) return true;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 2, 2] });
  return done.status === 0;
}

/** A page for each, with all that it needs. */
async function bundlePages(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of peerNames) {
    const entry = join(import.meta.dirname, `${name}.js`);
    await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'error',
      define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'chrome109',
        lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
      },
    });
    const page = `<!doctype html><meta charset="utf-8"><title>${name}</title><script type="module" src="${name}.js"></script>`;
    writeFileSync(join(folder, `${name}.html`), page);
  }
}

interface PeerServer {
  readonly port: number;
  readonly stop: () => void;
}

async function startServer(records: string, pages: string, data: string): Promise<PeerServer> {
  mkdirSync(data, { recursive: true });
  const program = join(import.meta.dirname, 'server.js');
  const child = spawn(process.execPath, [program, records, pages, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the peers' server ended (${code})`)));
    child.stdout.on('data', (told) => {
      const [, found] = /^port: (\d+)$/m.exec(String(told)) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return {
    port,
    stop() {
      process.off('exit', stop);
      stop();
    },
  };
}

async function measurePeer(
  name: PeerName,
  profile: string,
  line: Line,
  records: number,
  step: (text: string) => void,
): Promise<MeasuredPeer> {
  const subject = await openSubject(profile, patience);
  try {
    const calibration = await calibrate(subject);
    const tab = await subject.open();
    line.setSpeed(slow);
    await tab.go(`${line.address}/${name}.html`);
    await tab.run(async () => {
      while (!('peer' in globalThis)) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    step('first load');
    const loaded = await timed(subject, tab, line, () => peer.load());
    if (loaded.result !== records) throw new Error(`${name} loaded ${loaded.result} of ${records} records`);
    step('first search');
    const found = await timed(subject, tab, line, () => peer.find('hoa'));
    if (found.result === 0) throw new Error(`${name} found nobody`);
    step('nothing new');
    // The first one behind a load also settles where both stand.
    await tab.run(() => peer.nothingNew());
    const nothingNew = await timed(subject, tab, line, () => peer.nothingNew());
    step('a month’s work');
    await tab.run((count) => peer.edit(count), opsOfMonth / opsOfSave);
    const pushed = await timed(subject, tab, line, () => peer.push());
    return {
      ...{ is: 'measured', name, isLimited: subject.isLimited, ...calibration, records },
      firstLoad: loaded.step,
      firstSearchMs: found.step.ms,
      nothingNew: nothingNew.step,
      edits: { ...pushed.step, ops: pushed.result },
    };
  } finally {
    await subject.end();
  }
}

/** Work of the page, and all that went over the line meanwhile. */
async function timed<Result>(subject: Subject, tab: Tab, line: Line, work: () => Promise<Result>) {
  await subject.quiet();
  line.take('/');
  const begun = performance.now();
  const result = await tab.run(work);
  const ms = Math.round(performance.now() - begun);
  return { result, step: { ms, ...sumTraffic(line.take('/')) } satisfies Step };
}
