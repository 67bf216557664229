import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../../server/durable/folder-lock.ts';
import { type Journal, openJournal } from '../../../server/durable/journal.ts';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-journal-'));
  path = join(folder, 'journal');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(journal: Journal, after = 0): Promise<string[]> {
  const texts: string[] = [];
  for await (const { payload } of journal.entriesAfter(after)) texts.push(Buffer.from(payload).toString());
  return texts;
}

async function write(...texts: readonly string[]): Promise<number[]> {
  const journal = await openJournal(path);
  const positions: number[] = [];
  for (const text of texts) {
    await journal.append(Buffer.from(text));
    positions.push(journal.end());
  }
  await journal.close();
  return positions;
}

async function reopen<Result>(use: (journal: Journal) => Promise<Result>): Promise<Result> {
  const journal = await openJournal(path);
  try {
    return await use(journal);
  } finally {
    await journal.close();
  }
}

describe('the journal', () => {
  test('gives back what was written, from any position on', async () => {
    const [first = 0] = await write('một', 'hai', 'ba');
    expect(await reopen((journal) => read(journal))).toEqual(['một', 'hai', 'ba']);
    expect(await reopen((journal) => read(journal, first))).toEqual(['hai', 'ba']);
    expect(await reopen(async (journal) => journal.positionAfter(Buffer.from('bốn')) - journal.end())).toBe(8 + 5);
  });

  test('keeps its id and is readable by its owner only', async () => {
    await write('một');
    const ids = [await reopen(async ({ id }) => id), await reopen(async ({ id }) => id)];
    expect(ids[0]).toBe(ids[1]);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('a tail that a power cut tore off is cut away at every length, and writing goes on', async () => {
    const [, second = 0] = await write('một', 'hai');
    await write('đuôi dài');
    const whole = await readFile(path);
    for (let length = second; length < whole.length; length++) {
      await writeFile(path, whole.subarray(0, length));
      expect(await reopen((journal) => read(journal))).toEqual(['một', 'hai']);
    }
    await write('ba');
    expect(await reopen((journal) => read(journal))).toEqual(['một', 'hai', 'ba']);
  });

  test('a tail of zeros, as a file system leaves it, is cut away', async () => {
    await write('một');
    await appendFile(path, Buffer.alloc(5_000));
    expect(await reopen((journal) => read(journal))).toEqual(['một']);
  });

  test('an entry that was altered with others behind it stops the hub instead of losing them', async () => {
    const [first = 0] = await write('một', 'hai', 'ba');
    const bytes = await readFile(path);
    bytes[first + 9] = (bytes[first + 9] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(openJournal(path)).rejects.toThrow(/damaged/);
    await truncate(path, 41);
    await writeFile(path, Buffer.alloc(60, 'x'));
    await expect(openJournal(path)).rejects.toThrow(/no journal/);
  });

  test.each([
    ['too long for the file', 0x7f],
    ['nothing', 0],
  ])('an entry whose length was altered to %s is no torn tail: nothing behind it is cut away', async (_, high) => {
    const [first = 0] = await write('một', 'hai', 'ba');
    const bytes = await readFile(path);
    bytes.fill(0, first, first + 4);
    bytes[first] = high;
    await writeFile(path, bytes);
    await expect(openJournal(path)).rejects.toThrow(/damaged/);
    expect(await readFile(path)).toEqual(bytes);
  });
});

describe('the lock of a data folder', () => {
  test('is held by one, and free again when its holder lets go', async () => {
    const first = await lockFolder(folder);
    expect(first).toBeDefined();
    expect(await lockFolder(folder)).toBeUndefined();
    expect(await lockFolder(join(folder, '..', folder.slice(folder.lastIndexOf('/') + 1)))).toBeUndefined();
    await first?.release();
    const again = await lockFolder(folder);
    expect(again).toBeDefined();
    await again?.release();
  });
});
