import { deserialize, serialize } from 'node:v8';
import { asked } from '../invented-phone.ts';
import { openFlash } from './worn-outbox.ts';

/* Bits of a row as a browser stores it: by the same algorithm as here, so that a bit may turn in what holds its parts together. */

/** How many bits a row takes up. */
export function bitsOf(row: unknown): number {
  return serialize(row).length * 8;
}

/** The row as it is read with one bit turned; `undefined` where it cannot be read any more. */
export function withTurnedBit(row: unknown, bit: number): unknown {
  const bytes = serialize(row);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  try {
    return deserialize(bytes);
  } catch {
    return undefined;
  }
}

/** What stands under "head", whatever it is. */
export async function storedHead(indexedDB: IDBFactory, device: string): Promise<unknown> {
  const database = await openFlash(indexedDB, device);
  const row = await asked<unknown>(database.transaction('meta').objectStore('meta').get('head'));
  database.close();
  return row;
}

/** Puts `next` where the head stands: nothing, where it is nothing that has a key. */
export async function wearHead(indexedDB: IDBFactory, device: string, next: unknown): Promise<void> {
  const database = await openFlash(indexedDB, device);
  const table = database.transaction('meta', 'readwrite').objectStore('meta');
  await asked(table.delete('head'));
  if (typeof next === 'object' && next !== null) await asked(table.put({ ...next, key: 'head' }));
  database.close();
}
