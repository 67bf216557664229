import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readVarint, unsnap } from './snappy.ts';
import type { Finder } from './traces.ts';

/*
 * Every byte that a browser left in its profile folder, also what it packed: gzip and zlib streams, LevelDB tables and
 * the values of IndexedDB, which Chromium packs with Snappy.
 */

interface Found {
  readonly file: string;
  readonly names: readonly string[];
}

export interface Hunted {
  readonly files: number;
  readonly bytes: number;
  readonly found: readonly Found[];
}

/** Reads the whole folder. */
export function huntProfile(folder: string, find: Finder): Hunted {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found: Found[] = [];
  let size = 0;
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    size += bytes.length;
    const names = [...layersOf(path, bytes)].flatMap(find);
    // A file may be called after what it holds.
    const called = find(Buffer.from(`        ${relative(folder, path)}`));
    if (names.length + called.length > 0) found.push({ file: relative(folder, path), names: [...names, ...called] });
  }
  return { files: entries.length, bytes: size, found };
}

function* layersOf(path: string, bytes: Buffer): Generator<Buffer> {
  yield bytes;
  yield* streams(bytes);
  if (path.endsWith('.log')) yield* withValues(joinLog(bytes));
  if (path.endsWith('.ldb')) for (const block of tableBlocks(bytes)) yield* withValues(block);
  if (path.includes('indexeddb.blob')) yield* packedValues(bytes);
}

function* withValues(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  yield* packedValues(bytes);
}

const limits = { maxOutputLength: 16 * 1024 * 1024, finishFlush: 2 } as const;

/** What unfolds behind the marks of gzip, of zlib and of a ZIP's entry. What follows a stream in its file is left alone. */
function* streams(bytes: Buffer): Generator<Buffer> {
  for (const at of placesOf(bytes, Buffer.from([0x1f, 0x8b, 0x08]))) yield* unfold(bytes, at + gzipHead(bytes, at));
  for (const second of [0x01, 0x9c, 0xda]) {
    for (const at of placesOf(bytes, Buffer.from([0x78, second]))) yield* unfold(bytes, at + 2);
  }
  for (const at of placesOf(bytes, Buffer.from('PK\u0003\u0004', 'latin1'))) {
    if (at + 30 <= bytes.length)
      yield* unfold(bytes, at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28));
  }
}

/** RFC 1952: ten bytes, then a name and a comment if the flags say so. */
function gzipHead(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let length = 10;
  for (const flag of [8, 16]) if (flags & flag) length = bytes.indexOf(0, at + length) + 1 - at;
  return length;
}

function* placesOf(bytes: Buffer, mark: Buffer): Generator<number> {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) yield at;
}

function* unfold(bytes: Buffer, from: number): Generator<Buffer> {
  try {
    yield inflateRawSync(bytes.subarray(from), limits);
  } catch {
    // A few bytes that only looked like the beginning of a stream.
  }
}

const logBlock = 32_768;

/** A LevelDB log without the frames that cut a record every 32 KiB. */
function joinLog(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; block < bytes.length; block += logBlock) {
    const end = Math.min(block + logBlock, bytes.length);
    for (let at = block; at + 7 <= end; ) {
      const length = bytes.readUInt16LE(at + 4);
      parts.push(bytes.subarray(at + 7, Math.min(at + 7 + length, end)));
      at += 7 + length;
    }
  }
  return Buffer.concat(parts);
}

/** Blocks of a LevelDB table, unpacked, by its index (the last block but the footer names it). */
function* tableBlocks(bytes: Buffer): Generator<Buffer> {
  if (bytes.length < 48) return;
  const footer = reader(bytes, bytes.length - 48);
  footer.varint();
  footer.varint();
  const index = readBlock(bytes, footer.varint(), footer.varint());
  if (index === undefined) return;
  const ends = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (const entry = reader(index, 0); entry.at() < ends; ) {
    entry.varint();
    const [keyLength, valueLength] = [entry.varint(), entry.varint()];
    entry.skip(keyLength);
    const handle = reader(index, entry.at());
    const block = readBlock(bytes, handle.varint(), handle.varint());
    if (block !== undefined) yield block;
    entry.skip(valueLength);
  }
}

function readBlock(bytes: Buffer, offset: number, size: number): Buffer | undefined {
  const block = bytes.subarray(offset, offset + size);
  return bytes[offset + size] === 1 ? unsnap(block, limits.maxOutputLength) : block;
}

/** Values that IndexedDB packed: the mark 0xff 0x11 0x02, then Snappy. */
function* packedValues(bytes: Buffer): Generator<Buffer> {
  for (const at of placesOf(bytes, Buffer.from([0xff, 0x11, 0x02]))) {
    const value = unsnap(bytes.subarray(at + 3), limits.maxOutputLength);
    if (value !== undefined) yield value;
  }
}

function reader(bytes: Buffer, from: number) {
  let at = from;
  return {
    at: () => at,
    skip(length: number) {
      at += length;
    },
    varint() {
      const [value, end] = readVarint(bytes, at);
      at = end;
      return value;
    },
  };
}
