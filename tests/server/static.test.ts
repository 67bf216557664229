import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerStatic, readStaticFiles, type StaticFiles } from '../../server/http/static-files.ts';

let folder = '';
let files: StaticFiles = new Map();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-dist-'));
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  for (const [name, text] of [
    ['index.html', '<!doctype html>phone'],
    ['console.html', '<!doctype html>console'],
    ['sw.js', 'self'],
    ['assets/index-a1B2c3D4.js', 'x'.repeat(500)],
    ['assets/index-a1B2c3D4.js.map', '{}'],
  ] as const) {
    await writeFile(join(folder, 'dist', name), text);
  }
  files = await readStaticFiles(join(folder, 'dist'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const html = { accept: 'text/html' };
const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  answerStatic(files, path, (name) => headers[name] ?? '');

test('the phone app is at every path of a screen, the console below /console', async () => {
  for (const path of ['/', '/ho/7f3k.12', '/bao-cao']) expect(await ask(path, html)?.text()).toContain('phone');
  for (const path of ['/console', '/console/bao-cao']) expect(await ask(path, html)?.text()).toContain('console');
});

test('only files of the build are there, and no way out of it', async () => {
  for (const path of ['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/secret.txt']) {
    expect(ask(path)).toBeUndefined();
    expect((await ask(path, html)?.text()) ?? '').not.toContain('secret');
  }
  expect(ask('/assets/index-a1B2c3D4.js.map', html)).toBeUndefined();
  expect(ask('/missing.js')).toBeUndefined();
});

test('a name with a hash is kept for ever; the page and the service worker are asked for each time', () => {
  expect(ask('/assets/index-a1B2c3D4.js')?.headers.get('cache-control')).toContain('immutable');
  for (const path of ['/', '/sw.js']) expect(ask(path)?.headers.get('cache-control')).toBe('no-cache');
  const tag = ask('/sw.js')?.headers.get('etag') ?? '';
  expect(ask('/sw.js', { 'if-none-match': tag })?.status).toBe(304);
});

test('text travels packed, with its type', async () => {
  const packed = ask('/assets/index-a1B2c3D4.js', { 'accept-encoding': 'gzip' });
  expect(packed?.headers.get('content-encoding')).toBe('gzip');
  expect(packed?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await packed?.arrayBuffer())?.byteLength).toBeLessThan(100);
  expect((await ask('/assets/index-a1B2c3D4.js')?.arrayBuffer())?.byteLength).toBe(500);
});
