import { writeStoredHead } from '../../sync/phone/mending/stored-head.ts';
import type { DeviceHead } from '../../sync/ports.ts';
import type { Database } from '../database.ts';

/* What stands in clear beside the outbox: numbers, hashes and times; nothing personal (phone.md, layers of data). */

/** Where the pull stands; null before the first rows. */
export interface Cursor {
  readonly after: number;
  readonly hubEpoch: number | null;
  /** The book began anew, and its last page is not here yet. */
  readonly isPartial?: true;
}

/** Number of the last fold (never given twice), of the last journal entry that it holds, and whether its pages stand. */
export interface Folded {
  readonly revision: number;
  readonly journal: number;
  readonly hasPages: boolean;
}

/** Confirmed records that were found lost or altered here and repaired from the hub, and when last. */
export interface Mended {
  readonly records: number;
  readonly at: number | null;
}

/** The last moment at which the hub and this phone held the same: its number up to there, and the digest. */
export interface KeptReceipt {
  readonly at: number;
  readonly acked: number;
  readonly digest: string;
}

/** Shape of the values under their keys; what was never written reads as the first value. */
interface Meta {
  readonly cursor: Cursor;
  readonly folded: Folded;
  /** Number of the last order to erase that was carried out here. */
  readonly obeyed: number;
  readonly mended: Mended;
  readonly receipt: KeptReceipt | null;
  /** When every confirmed record was hashed anew; 0 for never. */
  readonly recountedAt: number;
}

const first: Meta = {
  cursor: { after: 0, hubEpoch: null },
  folded: { revision: 0, journal: 0, hasPages: false },
  obeyed: 0,
  mended: { records: 0, at: null },
  receipt: null,
  recountedAt: 0,
};

export async function readMeta<Key extends keyof Meta>(database: Database, key: Key): Promise<Meta[Key]> {
  const row = await database.meta.get(key);
  return row === undefined ? first[key] : (row.value as Meta[Key]);
}

export async function writeMeta<Key extends keyof Meta>(database: Database, key: Key, value: Meta[Key]): Promise<void> {
  await database.meta.put({ key, value });
}

/** The head has a digest beside it, and is read by who looks at that: `stored-head.ts`. */
export function readHeadRow(database: Database): Promise<unknown> {
  return database.meta.get('head');
}

export async function writeHead(database: Database, head: DeviceHead): Promise<void> {
  await database.meta.put(writeStoredHead(head));
}

export function isSameHead(a: DeviceHead, b: DeviceHead): boolean {
  return a.nextSeq === b.nextSeq && a.chain === b.chain && a.clock[0] === b.clock[0] && a.clock[1] === b.clock[1];
}
