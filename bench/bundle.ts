import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isForLater } from '../sw/later-parts.ts';

/** Sizes of the built phone app, gzip, KiB; by the names that budgets.json calls them. */
export interface BundleSizes {
  /** All that the page fetches until the lock opens: what index.html loads, and the screens of the door. */
  readonly firstScreenJsGzipKiB: number;
  readonly cssGzipKiB: number;
  /** The largest script that the page fetches on demand. */
  readonly lazyChunkGzipKiB: number;
  /** The largest worker, with all that it begins with: a program of its own beside the page, fetched once. */
  readonly workerGzipKiB: number;
  readonly precacheGzipKiB: number;
}

const DIST = join(import.meta.dirname, '..', 'dist');
const screensOfTheDoor = /^assets\/(?:activate|choose-pin|unlock)-/;
const isWorker = (path: string): boolean => /\.worker-[\w-]+\.js$/.test(path);

function gzipKiB(path: string): number {
  return gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length / 1024;
}

/** Static imports of a built chunk, resolved against its folder. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(DIST, path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].flatMap(([, name]) =>
    name === undefined ? [] : [`assets/${name}`],
  );
}

function closure(entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    importsOf(path).forEach(visit);
  };
  entries.forEach(visit);
  return reached;
}

function sum(paths: Iterable<string>): number {
  return [...paths].reduce((total, path) => total + gzipKiB(path), 0);
}

/** Of what stands in `dist/`. Throws when there is no entry, no door or no worker: nothing was measured then. */
export function measureBundle(): BundleSizes {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, path]) =>
    path === undefined ? [] : [path],
  );
  const assets = readdirSync(join(DIST, 'assets')).map((name) => `assets/${name}`);
  const scripts = assets.filter((path) => path.endsWith('.js'));
  const workers = scripts.filter(isWorker);
  const door = scripts.filter((path) => screensOfTheDoor.test(path));
  if (entries.length === 0 || door.length === 0 || workers.length === 0) throw new Error('dist/ is not as expected');
  const first = closure([...entries, ...door]);
  const round = (value: number) => Math.round(value * 10) / 10;
  const largest = (paths: readonly string[]) => round(Math.max(0, ...paths.map(gzipKiB)));
  return {
    firstScreenJsGzipKiB: round(sum(first)),
    cssGzipKiB: round(sum(assets.filter((path) => path.endsWith('.css')))),
    lazyChunkGzipKiB: largest(scripts.filter((path) => !first.has(path) && !isWorker(path))),
    workerGzipKiB: round(Math.max(...workers.map((path) => sum(closure([path]))))),
    precacheGzipKiB: round(sum(precached())),
  };
}

/** Every script of both apps, as it was built. */
export function builtParts(): readonly { readonly path: string; readonly text: string }[] {
  const paths = ['assets', 'console'].flatMap((folder) =>
    readdirSync(join(DIST, folder)).map((name) => `${folder}/${name}`),
  );
  return paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path, text: readFileSync(join(DIST, path), 'utf8') }));
}

/** What the service worker names in its list and fetches for everybody. */
function precached(): readonly string[] {
  const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
  return [...worker.matchAll(/["'`]?url["'`]?:\s*["'`]([^"'`]+)["'`]/g)].flatMap(([, url]) =>
    url === undefined || isForLater(url) ? [] : [url],
  );
}
