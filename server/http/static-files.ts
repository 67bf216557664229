import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
  readonly caching: string;
  readonly tag: string;
}

/** The built apps by URL path. Read once at start: a path that is not in the list cannot be asked for. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const typeByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
};

const packable = /text|javascript|json|svg|wasm/;

export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  if (!existsSync(folder)) return new Map();
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`/${relative(folder, path).split(sep).join('/')}`, await readStaticFile(path, entry.name)] as const;
      }),
    ),
  );
}

async function readStaticFile(path: string, name: string): Promise<StaticFile> {
  const bytes = new Uint8Array(await readFile(path));
  const type = typeByExtension[extname(name)] ?? 'application/octet-stream';
  const packed = packable.test(type) ? new Uint8Array(await promisify(gzip)(bytes)) : undefined;
  // A name that holds a hash of its content never changes; everything else is asked for again.
  const caching = /-[\w-]{8}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { bytes, packed, type, caching, tag };
}

/** Paths that belong to no file and no API are screens of the phone's app, or of the console below /console. */
export function answerStatic(files: StaticFiles, path: string, header: (name: string) => string): Response | undefined {
  const file = files.get(path) ?? (isScreen(path, header('accept')) ? files.get(shellOf(path)) : undefined);
  if (file === undefined) return undefined;
  const headers = { 'content-type': file.type, 'cache-control': file.caching, etag: file.tag, vary: 'accept-encoding' };
  if (header('if-none-match') === file.tag) return new Response(null, { status: 304, headers });
  const isPacked = file.packed !== undefined && header('accept-encoding').includes('gzip');
  return isPacked
    ? new Response(file.packed ?? null, { headers: { ...headers, 'content-encoding': 'gzip' } })
    : new Response(file.bytes, { headers });
}

/** The id of a record may stand in a path, dot and all: what asks for a page gets the app. */
function isScreen(path: string, accept: string): boolean {
  return path === '/' || path === '/console' || (accept.includes('text/html') && !path.startsWith('/assets/'));
}

function shellOf(path: string): string {
  return path === '/console' || path.startsWith('/console/') ? '/console.html' : '/index.html';
}
