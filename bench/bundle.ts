import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Sizes of the built phone app, gzip, KiB. The first screen is what index.html loads before the lock opens. */
export interface BundleSizes {
  readonly firstScreenJs: number;
  readonly css: number;
  readonly largestLazyChunk: number;
  readonly precache: number;
}

const DIST = join(import.meta.dirname, '..', 'dist');

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

export function measureBundle(): BundleSizes {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, path]) =>
    path === undefined ? [] : [path],
  );
  const first = closure(entries);
  const assets = readdirSync(join(DIST, 'assets')).map((name) => `assets/${name}`);
  const scripts = assets.filter((path) => path.endsWith('.js'));
  const styles = assets.filter((path) => path.endsWith('.css'));
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    firstScreenJs: round(sum(first)),
    css: round(sum(styles)),
    largestLazyChunk: round(Math.max(0, ...scripts.filter((path) => !first.has(path)).map(gzipKiB))),
    precache: round(sum(precached())),
  };
}

/** What the service worker names in its precache list. */
function precached(): readonly string[] {
  const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
  return [...worker.matchAll(/["'`]?url["'`]?:\s*["'`]([^"'`]+)["'`]/g)].flatMap(([, url]) =>
    url === undefined ? [] : [url],
  );
}
