import type { KeptOp } from '../../../src/sync/hub-ports.ts';
import type { RecordKey } from '../../../src/sync/records/record-state.ts';
import type { Tx } from '../../db/database.ts';
import { listSharing } from '../units/move/shared-places.ts';

/*
 * After a restore phones offer again what the hub has lost, each in its own order and none in the order of the others. An
 * edit may so come before the record that it is about, and an act before the order that gave its author the village; nobody
 * would write them a second time.
 */

/** As long as phones come back that were away when the hub broke. */
const comingBack = 120 * 86_400_000;

/**
 * Whether what comes at a moment may be offered again. What came before a restore was not: the restored hub judges it as
 * it was judged, out of its journal.
 */
export function wasRestored(restoredAt: readonly number[], at: number): boolean {
  return restoredAt.some((restored) => restored < at && at < restored + comingBack);
}

/**
 * Of these keys that a device does not find where it may write, those that may still come: whatever another device has made,
 * be it that this one's act is not here (any more), or that what brought the record to where it was edited is not; of its own
 * those whose act is not here, or waits; and those that have left the places which the transaction sees. Not only what is known to
 * stand elsewhere: nobody learns from an answer that it does.
 */
export async function readAwaited(
  tx: Tx,
  book: string,
  device: string,
  keys: readonly RecordKey[],
): Promise<ReadonlySet<RecordKey>> {
  if (keys.length === 0) return new Set();
  const [made, left] = [await readMadeHere(tx, book, device, keys), await readLeft(tx, book, keys)];
  return new Set([...made, ...left, ...(await readWritten(tx, book, keys))]);
}

/** What is written to them waits already, be it the act that made them. */
async function readWritten(tx: Tx, book: string, keys: readonly RecordKey[]): Promise<readonly RecordKey[]> {
  const rows = await tx
    .selectFrom('early')
    .select('record')
    .where('book', '=', book)
    .where('record', 'in', keys)
    .execute();
  return rows.map(({ record }) => record);
}

async function readLeft(tx: Tx, book: string, keys: readonly RecordKey[]): Promise<readonly RecordKey[]> {
  const rows = await tx.selectFrom('departure').select('id').where('book', '=', book).where('id', 'in', keys).execute();
  return rows.map(({ id }) => id);
}

async function readMadeHere(
  tx: Tx,
  book: string,
  device: string,
  keys: readonly RecordKey[],
): Promise<readonly RecordKey[]> {
  const makers = keys.flatMap((key) => {
    const [, maker, seq] = /^([A-Za-z0-9_-]+)\.(\d+)$/.exec(key) ?? [];
    return maker === undefined ? [] : [{ key, maker, seq: Number(seq) }];
  });
  if (makers.length === 0) return [];
  const rows = await tx
    .selectFrom('device')
    .select(['id', 'acked'])
    .where('book', 'in', [book, ...(await listSharing(tx, book))])
    .where(
      'id',
      'in',
      makers.map(({ maker }) => maker),
    )
    .execute();
  const acked = new Map(rows.map((row) => [row.id, row.acked]));
  const isAwaited = ({ maker, seq }: (typeof makers)[number]) =>
    maker === device ? seq > (acked.get(maker) ?? seq) : acked.has(maker);
  return makers.filter(isAwaited).map(({ key }) => key);
}

export async function keepEarly(tx: Tx, book: string, device: string, ops: readonly KeptOp[]): Promise<void> {
  const rows = ops.map(({ op, line, verdict: { seq, stamp: [ms, counter] = [0, 0] } }) => ({
    ...{ book, device, seq, line, ms, counter },
    record: op?.id ?? '',
  }));
  await tx
    .insertInto('early')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
