import { catalogue } from '../../../src/catalogue/index.ts';
import { canBegin, refusalOfRecord } from '../../../src/sync/hub/judge.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import type { Op } from '../../../src/sync/op.ts';
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
  readonly stamp: Stamp;
  /** Absent where it cannot be read any more. */
  readonly op?: Op;
  /** Places that its author has, or had. */
  readonly held: readonly string[];
}

/**
 * Asked of a hub that was restored behind each upload, and behind each order that gives somebody a village: whatever came too
 * early and can be merged now, is.
 */
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
  const stood = new Map<RecordKey, Set<string>>();
  const done: Early[] = [];
  let merged = 0;
  for (const one of due) {
    const state = after.get(one.record);
    const places = stood.get(one.record) ?? new Set(state && (await placesOf(tx, book, state)));
    stood.set(one.record, places);
    const next = mergeEarly(state, one, places);
    if (next === 'not yet') continue;
    done.push(one);
    if (next === 'never') continue;
    after.set(one.record, next);
    places.add(String(next.place.value));
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

/** Written where its author may write, about what is here or is begun by one of them; what begins something comes first. */
async function readDue(tx: Tx, book: string): Promise<readonly Early[]> {
  const rows = await tx
    .selectFrom('early')
    .leftJoin('record', (join) => join.onRef('record.book', '=', 'early.book').onRef('record.id', '=', 'early.record'))
    .select([
      'early.device',
      'early.seq',
      'early.record',
      'early.line',
      'early.ms',
      'early.counter',
      'record.id as here',
    ])
    .where('early.book', '=', book)
    .execute();
  const held = new Map<string, readonly string[]>();
  for (const id of new Set(rows.map(({ device }) => device))) held.set(id, await heldBy(tx, book, id));
  const early = rows.map(({ ms, counter, line, here, device, seq, record }) => {
    const read = readLine(line);
    const op = read.ok && !isErased(read.value) ? read.value : undefined;
    const one: Early = { device, seq, record, stamp: [ms, counter], held: held.get(device) ?? [], ...(op && { op }) };
    return { one, isHere: here !== null };
  });
  const written = early.filter(({ one: { op, held: hers } }) => op === undefined || hers.includes(op.p));
  const begun = new Set(written.flatMap(({ one, isHere }) => (isHere || begins(one) ? one.record : [])));
  return written
    .map(({ one }) => one)
    .filter(({ record, op }) => op === undefined || begun.has(record))
    .sort(
      (a, b) =>
        Number(begins(b)) - Number(begins(a)) ||
        compareStamps(a.stamp, b.stamp) ||
        (a.device < b.device ? -1 : 1) ||
        a.seq - b.seq,
    );
}

function begins({ op }: Early): boolean {
  return op !== undefined && canBegin(op);
}

async function heldBy(tx: Tx, book: string, id: string): Promise<readonly string[]> {
  const device = await readDevice(tx, book, id);
  return [...(device?.places ?? []), ...(device?.former ?? []).map(({ place }) => place)];
}

/**
 * "not yet": the record never stood where its author may write; whoever moved it there may still come. "never": it was
 * forgotten meanwhile, or is another fact than this.
 */
function mergeEarly(
  state: RecordState | undefined,
  { op, held, stamp }: Early,
  stood: ReadonlySet<string>,
): RecordState | 'not yet' | 'never' {
  if (op === undefined || state?.erased === true || refusalOfRecord(op, state) !== undefined) return 'never';
  const isFound = state === undefined ? canBegin(op) : held.some((place) => stood.has(place));
  return isFound ? mergeOp(state, op, stamp) : 'not yet';
}

/** Where a record stands, and where it stood before: an edit of that time follows it to where it is. */
async function placesOf(tx: Tx, book: string, { id, place }: RecordState): Promise<readonly string[]> {
  const rows = await tx.selectFrom('departure').select('place').where('book', '=', book).where('id', '=', id).execute();
  return [String(place.value), ...rows.map((row) => row.place)];
}
