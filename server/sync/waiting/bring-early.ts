import { catalogue } from '../../../src/catalogue/index.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';
import type { RecordKey, RecordState } from '../../../src/sync/records/record-state.ts';
import { compareStamps, type Stamp } from '../../../src/sync/stamp.ts';
import { isErased, readLine } from '../../../src/sync/wire/line.ts';
import { enterScope, type Tx } from '../../db/database.ts';
import type { CommandOf } from '../../durable/command.ts';
import { keep, leave, type Performed } from '../../durable/performed.ts';
import type { Hub } from '../../hub.ts';
import { readDevice } from '../device-rows.ts';
import { hubTransaction } from '../hub-transaction.ts';
import { listScope, lockBook } from '../ports.ts';
import { wasRestored } from './early-ops.ts';

interface Early {
  readonly device: string;
  readonly seq: number;
  readonly record: RecordKey;
  readonly line: string;
  readonly stamp: Stamp;
}

/** Asked behind each upload of a hub that was restored: whatever came too early and can be merged now, is. */
export async function bringBack(hub: Hub, book: string): Promise<void> {
  if (!wasRestored(hub.restoredAt, hub.now())) return;
  const scope = await hub.wholeBook(book);
  const due = await hub.database.transaction(scope, (tx) => readDue(tx, book));
  if (due.length > 0) await hub.run({ is: 'come_back', at: hub.now(), book });
}

/** @returns how many ops were merged */
export async function bringEarly(tx: Tx, { book, at }: CommandOf<'come_back'>): Promise<Performed<number>> {
  const lastNumber = await lockBook(tx, book);
  const scope = { book, places: await listScope(tx, book) };
  await enterScope(tx, scope);
  const due = await readDue(tx, book);
  const core = hubTransaction(tx, { scope, receivedAt: at, lastNumber });
  const { records: before } = await core.lookUp([...new Set(due.map(({ record }) => record))]);
  const after = new Map(before);
  const done: Early[] = [];
  let merged = 0;
  for (const one of due) {
    const state = after.get(one.record);
    const next = state === undefined ? 'never' : await mergeEarly(tx, book, state, one);
    if (next === 'not yet') continue;
    done.push(one);
    if (next === 'never') continue;
    after.set(one.record, next);
    merged += 1;
  }
  if (done.length === 0) return leave(0);
  await core.saveRecords([...after.values()].filter((state) => state !== before.get(state.id)));
  const { months } = makeRulebook(catalogue);
  await core.markDirty([...new Set([...before.values(), ...after.values()].flatMap(months))]);
  await core.flush();
  for (const { device, seq } of done)
    await tx.deleteFrom('early').where('book', '=', book).where('device', '=', device).where('seq', '=', seq).execute();
  return keep(merged);
}

/** Whose record is here; in the order in which they were written. */
async function readDue(tx: Tx, book: string): Promise<readonly Early[]> {
  const rows = await tx
    .selectFrom('early')
    .innerJoin('record', (join) => join.onRef('record.book', '=', 'early.book').onRef('record.id', '=', 'early.record'))
    .select(['early.device', 'early.seq', 'early.record', 'early.line', 'early.ms', 'early.counter'])
    .where('early.book', '=', book)
    .execute();
  return rows
    .map(({ ms, counter, ...row }): Early => ({ ...row, stamp: [ms, counter] }))
    .sort((a, b) => compareStamps(a.stamp, b.stamp) || (a.device < b.device ? -1 : 1) || a.seq - b.seq);
}

/**
 * "not yet": the record never stood where its author may write; whoever moved it there may still come. "never": it was
 * forgotten meanwhile.
 */
async function mergeEarly(
  tx: Tx,
  book: string,
  state: RecordState,
  { device: id, line, stamp }: Early,
): Promise<RecordState | 'not yet' | 'never'> {
  const device = await readDevice(tx, book, id);
  const read = readLine(line);
  if (!read.ok || isErased(read.value) || state.erased === true || state.kind !== read.value.k) return 'never';
  const places = [...(device?.places ?? []), ...(device?.former ?? []).map(({ place }) => place)];
  const stood = [String(state.place.value), ...(await placesLeft(tx, book, state.id))];
  return stood.some((place) => places.includes(place)) ? mergeOp(state, read.value, stamp) : 'not yet';
}

/** Where a record stood before: an edit of that time follows it to where it is. */
async function placesLeft(tx: Tx, book: string, id: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('departure').select('place').where('book', '=', book).where('id', '=', id).execute();
  return rows.map(({ place }) => place);
}
