import { databaseName } from '../../../src/store/outbox.ts';
import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { asked } from '../invented-phone.ts';

/* A worn flash: what stands in a phone's outbox is not what was put there. */

export async function openFlash(indexedDB: IDBFactory, device: string): Promise<IDBDatabase> {
  return asked(indexedDB.open(databaseName(device)));
}

export async function storedOutbox(indexedDB: IDBFactory, device: string): Promise<readonly SealedEnvelope[]> {
  const database = await openFlash(indexedDB, device);
  const rows = await asked<SealedEnvelope[]>(database.transaction('outbox').objectStore('outbox').getAll());
  database.close();
  return rows.sort((a, b) => a.firstSeq - b.firstSeq);
}

/** Puts `next` where `row` stands; nothing, where there is none. */
export async function wearRow(
  indexedDB: IDBFactory,
  device: string,
  row: Pick<SealedEnvelope, 'id'>,
  next: unknown,
): Promise<void> {
  const database = await openFlash(indexedDB, device);
  const table = database.transaction('outbox', 'readwrite').objectStore('outbox');
  await asked(table.delete(row.id));
  if (next !== undefined) await asked(table.put(next));
  database.close();
}

function turned(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << bit) : byte));
}

/** At which byte of an envelope a text of its header stands. */
function placeOf({ bytes }: SealedEnvelope, text: string): number {
  return new TextDecoder('latin1').decode(bytes).indexOf(text) + text.length;
}

const inText = (text: string) => String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1);
const inHeader = (key: string) => (row: SealedEnvelope) => ({
  ...row,
  bytes: turned(row.bytes, placeOf(row, `"${key}":`) + 1),
});

/** One turned bit in each stored part of a row, and what a bit may do to a row as a whole. */
export const wornParts: { readonly [part: string]: (row: SealedEnvelope) => unknown } = {
  'the mark it begins with': (row) => ({ ...row, bytes: turned(row.bytes, 0) }),
  'the length of its header': (row) => ({ ...row, bytes: turned(row.bytes, 5, 3) }),
  'the version in its header': (row) => ({ ...row, bytes: turned(row.bytes, placeOf(row, '"v":')) }),
  'the id in its header': inHeader('id'),
  'the device in its header': inHeader('d'),
  'the epoch in its header': (row) => ({ ...row, bytes: turned(row.bytes, placeOf(row, '"e":'), 1) }),
  'the first number in its header': (row) => ({ ...row, bytes: turned(row.bytes, placeOf(row, '"f":'), 1) }),
  'the last number in its header': (row) => ({ ...row, bytes: turned(row.bytes, placeOf(row, '"l":'), 1) }),
  'the chain head in its header': inHeader('h'),
  'the key id in its header': inHeader('k'),
  'the day in its header': inHeader('y'),
  'the length of its body': (row) => ({ ...row, bytes: turned(row.bytes, placeOf(row, '"y":"2026-11-22"}') + 3) }),
  'its sealed body': (row) => ({ ...row, bytes: turned(row.bytes, row.bytes.length - 100) }),
  'its signature': (row) => ({ ...row, bytes: turned(row.bytes, row.bytes.length - 10) }),
  'its id': (row) => ({ ...row, id: inText(row.id) }),
  'its first number': (row) => ({ ...row, firstSeq: row.firstSeq ^ 1 }),
  'its first number, far off': (row) => ({ ...row, firstSeq: row.firstSeq ^ 1024 }),
  'its last number': (row) => ({ ...row, lastSeq: row.lastSeq ^ 4 }),
  'a hash': ({ hashes: [first = '', ...rest], ...row }) => ({ ...row, hashes: [inText(first), ...rest] }),
  'a hash, no hash any more': ({ hashes: [first = '', ...rest], ...row }) => ({
    ...row,
    hashes: [`*${first}`, ...rest],
  }),
  'its bytes, which are none any more': ({ bytes: _gone, ...row }) => row,
  'its bytes, cut short': (row) => ({ ...row, bytes: row.bytes.slice(0, 40) }),
  'its hashes, which are none any more': ({ hashes: _gone, ...row }) => row,
  'all of it: it is gone': () => undefined,
};
