import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncFolder } from './key-file.ts';

/*
 * The embedded database never syncs its files, so what was promised is written here first:
 *
 *   "SDJ1" ‖ 36 bytes journal id ‖ entries: u32 length ‖ u32 CRC-32 of the payload ‖ payload
 *
 * A position is the file offset behind an entry. An entry that a power cut tore off at the end never was answered, so it
 * is cut away; a damaged one with others behind it is a reason to stop and ask.
 */

const magic = 'SDJ1';
const headerLength = 40;
const frameLength = 8;

interface JournalEntry {
  readonly payload: Uint8Array;
  /** Offset behind it. */
  readonly position: number;
}

export interface Journal {
  readonly id: string;
  /** Offset at which the next entry begins. */
  end(): number;
  /** Position that an entry of this payload will have. */
  positionAfter(payload: Uint8Array): number;
  /** Resolves when the entry is on the disk. */
  append(payload: Uint8Array): Promise<void>;
  /** Entries that end beyond `position`, in order. */
  entriesAfter(position: number): AsyncGenerator<JournalEntry>;
  /** Says on the disk that entries are about to be replaced: a start that finds it unfinished does it. */
  intend(): Promise<void>;
  isIntended(): boolean;
  /**
   * Puts other payloads of the same length in place of entries, by position: a whole new file takes the old one's place at
   * once. Nothing may be appended meanwhile.
   */
  replace(payloads: ReadonlyMap<number, Uint8Array>): Promise<void>;
  close(): Promise<void>;
}

/** What is wrong with a journal that must not be written to. */
export class JournalDamage extends Error {
  override readonly name = 'JournalDamage';
}

/** The disk did not take the entry, most often because it is full: nothing of it stands, and the next may be tried. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
  /** The system's word, e.g. "ENOSPC". */
  readonly code: string;
  constructor(cause: unknown) {
    super('the disk did not take the entry', { cause });
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  }
}

const diskFails = [
  'Đĩa của máy chủ không ghi được nữa, máy chủ ngừng nhận việc. Hãy xem đĩa, rồi khởi động lại máy chủ.',
  "The hub's disk cannot be written any more, and the hub takes nothing in. Look at the disk, then start the hub again.",
].join('\n');

export async function openJournal(path: string): Promise<Journal> {
  const file = await open(path, 'a+', 0o600).then(async (created) => {
    await created.close();
    return open(path, 'r+');
  });
  try {
    return await useJournal(path, file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function useJournal(path: string, opened: FileHandle): Promise<Journal> {
  let file = opened;
  const half = `${path}.new`;
  const id = await readHeader(file);
  let end = await findEnd(file);
  let isBroken = false;
  /** After a failed sync nobody knows what is on the disk: nothing more can be promised. */
  const certainly = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      isBroken = true;
      process.stderr.write(`${diskFails}\n`);
      throw error;
    }
  };
  const cutTo = async (length: number): Promise<void> => {
    await file.truncate(length);
    await file.datasync();
  };
  return {
    id,
    end: () => end,
    positionAfter: (payload) => end + frameLength + payload.length,
    async append(payload) {
      if (isBroken) throw new JournalDamage('the journal could not be written');
      try {
        await writeAll(file, frame(payload), end);
      } catch (error) {
        // A part may stand in the file; nothing was promised for it, and the next begins where it did.
        await certainly(cutTo(end));
        throw new NotWritten(error);
      }
      await certainly(file.datasync());
      end += frameLength + payload.length;
    },
    entriesAfter: (position) => readEntries(file, position, end),
    async intend() {
      await writeFile(half, '', { mode: 0o600 });
      await syncFolder(dirname(path));
    },
    isIntended: () => existsSync(half),
    async replace(payloads) {
      if (payloads.size === 0) return rm(half, { force: true });
      const written = await rewrite(path, half, payloads);
      await rename(half, path);
      await syncFolder(dirname(path));
      await file.close();
      file = written;
    },
    close: () => file.close(),
  };
}

async function rewrite(path: string, half: string, payloads: ReadonlyMap<number, Uint8Array>): Promise<FileHandle> {
  await copyFile(path, half);
  const file = await open(half, 'r+');
  for (const [position, payload] of payloads)
    await writeAll(file, frame(payload), position - payload.length - frameLength);
  await file.sync();
  return file;
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
  }
}

function frame(payload: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(frameLength + payload.length);
  bytes.writeUInt32BE(payload.length, 0);
  bytes.writeUInt32BE(crc32(payload), 4);
  bytes.set(payload, frameLength);
  return bytes;
}

async function readHeader(file: FileHandle): Promise<string> {
  const header = Buffer.alloc(headerLength);
  const { bytesRead } = await file.read(header, 0, headerLength, 0);
  if (bytesRead < headerLength) {
    const id = randomUUID();
    await file.truncate(0);
    await writeAll(file, Buffer.from(`${magic}${id}`, 'latin1'), 0);
    await file.sync();
    return id;
  }
  if (header.toString('latin1', 0, 4) !== magic) throw new JournalDamage('this is no journal of a hub');
  return header.toString('latin1', 4);
}

async function findEnd(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  let position = headerLength;
  while (position < size) {
    const entry = await readEntry(file, position, size);
    if (entry === undefined) break;
    position = entry.position;
  }
  if (position < size) {
    await requireTorn(file, position, size);
    await file.truncate(position);
    await file.datasync();
  }
  return position;
}

/** No entry is longer: an upload is bounded by 1 MB, a command by what a person can name. */
const longestEntry = 4 * 1024 * 1024;

/** Entries are written one by one, so behind a torn one there is none: a whole one there means that a length is wrong. */
async function requireTorn(file: FileHandle, from: number, size: number): Promise<void> {
  const rest = Buffer.alloc(Math.min(size - from, longestEntry));
  await file.read(rest, 0, rest.length, from);
  for (let at = 1; at + frameLength < rest.length; at++) {
    const length = rest.readUInt32BE(at);
    const end = at + frameLength + length;
    if (length === 0 || end > rest.length) continue;
    if (crc32(rest.subarray(at + frameLength, end)) === rest.readUInt32BE(at + 4))
      throw new JournalDamage(`the journal is damaged at byte ${from}`);
  }
}

/** `undefined`: torn off by a power cut, that is incomplete at the end of the file or never filled. */
async function readEntry(file: FileHandle, at: number, size: number): Promise<JournalEntry | undefined> {
  const head = Buffer.alloc(frameLength);
  if (at + frameLength > size) return undefined;
  await file.read(head, 0, frameLength, at);
  const length = head.readUInt32BE(0);
  const position = at + frameLength + length;
  if (position > size || length === 0) return undefined;
  const payload = Buffer.alloc(length);
  await file.read(payload, 0, length, at + frameLength);
  if (crc32(payload) === head.readUInt32BE(4)) return { payload, position };
  if (position === size) return undefined;
  throw new JournalDamage(`the journal is damaged at byte ${at}`);
}

async function* readEntries(file: FileHandle, after: number, end: number): AsyncGenerator<JournalEntry> {
  let at = Math.max(after, headerLength);
  while (at < end) {
    const entry = await readEntry(file, at, end);
    if (entry === undefined) throw new JournalDamage(`the journal is damaged at byte ${at}`);
    at = entry.position;
    yield entry;
  }
}
