import type { Colleague } from '../../src/sync/activation.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import type { Told } from '../../src/sync/ports.ts';
import type { PeopleTold, Verdict } from '../../src/sync/verdict.ts';
import { toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import type { Tx } from '../db/database.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';
import { sha256 } from './hash.ts';
import { listSharing } from './units/move/shared-places.ts';

export interface Telling {
  /** What a contact says beside a device's standing: orders it has not obeyed yet, and who writes in its book. */
  readonly more: Pick<Verdict, 'erased' | 'people'>;
  /** The device says for the first time that it has obeyed so far. */
  readonly hasObeyed: boolean;
}

export async function tellDevice(tx: Tx, { book, id }: DeviceRow, told: Partial<Told>): Promise<Telling> {
  const orders = await tx
    .selectFrom('erasure')
    .select(['number', 'record'])
    .where('book', '=', book)
    .orderBy('number')
    .execute();
  // A number that no order bears is one of before a restore: those that were given since are other ones.
  const done = orders.find(({ number }) => number === told.obeyed)?.number ?? 0;
  const erased = orders.flatMap(({ number: n, record }) => (n > done ? [{ n, record }] : []));
  const people = told.people === undefined ? undefined : await tellPeople(tx, book, told.people);
  const more = { ...(erased.length === 0 ? {} : { erased }), ...(people === undefined ? {} : { people }) };
  return { more, hasObeyed: done > (await readObeyed(tx, book, id)) };
}

async function readObeyed(tx: Tx, book: string, device: string): Promise<number> {
  const row = await tx
    .selectFrom('device')
    .select('obeyed')
    .where('book', '=', book)
    .where('id', '=', device)
    .executeTakeFirst();
  return row?.obeyed ?? 0;
}

async function tellPeople(tx: Tx, book: string, known: string): Promise<PeopleTold> {
  const names = await listColleagues(tx, book);
  const tag = toBase64url(sha256(utf8(JSON.stringify(names))).subarray(0, 9));
  return tag === known ? { tag } : { tag, names };
}

/** Everybody who has a device of this book, each once; and of a book from which a village came, since they wrote there. */
export async function listColleagues(tx: Tx, book: string): Promise<readonly Colleague[]> {
  const books = [book, ...(await listSharing(tx, book))];
  const rows = await tx.selectFrom('device').select(['user_id', 'user_name']).where('book', 'in', books).execute();
  const names = new Map(rows.map((row) => [row.user_id, row.user_name]));
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([user, name]) => ({ user, name }));
}

/** A device has erased what it was told to, up to this order. */
export async function keepObeyed(tx: Tx, { book, device, number }: CommandOf<'obeyed'>): Promise<Performed<null>> {
  const { numUpdatedRows } = await tx
    .updateTable('device')
    .set({ obeyed: number })
    .where('book', '=', book)
    .where('id', '=', device)
    .where('obeyed', '<', number)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? leave(null) : keep(null);
}
