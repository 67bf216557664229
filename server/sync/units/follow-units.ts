import { civilDay, dayAfter } from '../../../src/domain/calendar/civil-date.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import type { Register } from '../../../src/register/register.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import { isErased, readLine } from '../../../src/sync/wire/line.ts';
import { listPlaces } from '../ports.ts';
import { readUnitChanges, type StoredChange } from './apply-units.ts';
import { listShared, readUnitsAround } from './move/shared-places.ts';
import { type ReadRegister, registerReader } from './open-register.ts';
import type { KnownUnit } from './unit-rows.ts';
import { inTurn, type UnitsBench, writeUnits } from './units-bench.ts';

/*
 * What a phone wrote before it knew of new boundaries is accepted where it was written and follows to where it belongs
 * now (a phone is weeks without a network; nothing it wrote is lost, nothing stays in a village that is no more).
 */

/** Ops of one device that were just accepted. */
interface Late {
  readonly book: string;
  readonly device: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export function followUnits(bench: UnitsBench, late: Late): Promise<void> {
  return inTurn(late.book, () => follow(bench, late));
}

async function follow(bench: UnitsBench, late: Late): Promise<void> {
  const { book } = late;
  const { left, reached } = await bench.hub.database.transaction(undefined, async (tx) => {
    const changes = await readUnitChanges(tx, book);
    return { left: movedPlaces(changes), reached: new Set([...goalsOf(changes), ...(await listShared(tx, book))]) };
  });
  // Most communes have villages that nothing happened to, and most phones are of such: no book is opened for them.
  if (left.size === 0 && reached.size === 0) return;
  const { ids, places, standsIn } = await readLate(bench, late);
  const isWrittenThere = places.some((place) => left.has(place));
  // They are told to live elsewhere, and were taken along by a village that they had left before.
  const isTakenAlong = standsIn.some((place) => !places.includes(place) && (left.has(place) || reached.has(place)));
  if (isWrittenThere || isTakenAlong) await bringHome(bench, book, ids);
}

/** Records that came from another book. */
export function followRecords(bench: UnitsBench, book: string, ids: readonly string[]): Promise<void> {
  return inTurn(book, () => bringHome(bench, book, ids));
}

async function bringHome(bench: UnitsBench, book: string, ids: readonly string[]): Promise<void> {
  const read = registerReader(bench.hub, book);
  await sweepEnded(bench, book, read);
  const register = await read();
  if (register === undefined) return;
  await writeUnits(bench, book, recalled(register, ids));
  await read();
  const carried = register.carried(ids).map(({ kind, id, place }) => ({ kind, id, place, put: {} }));
  await writeUnits(bench, book, carried);
  bench.onWritten(book);
}

/** Villages that households left or came to, by changes that stand or were taken back. */
function movedPlaces(changes: readonly StoredChange[]): ReadonlySet<string> {
  const moving = changes.filter(({ change }) => change.is !== 'rename' && change.is !== 'merge');
  return new Set(moving.flatMap(({ before }) => before.map(({ id }) => id)).concat(moving.flatMap(sourceOf)));
}

/** Villages that others became part of. */
function goalsOf(changes: readonly StoredChange[]): readonly string[] {
  return changes.flatMap(({ change }) => (change.is === 'join' || change.is === 'move' ? change.into : []));
}

/** What a split was made of is no row of it. */
function sourceOf({ change }: StoredChange): readonly string[] {
  return change.is === 'split' ? [change.unit] : [];
}

interface ReadLate {
  /** Records that these ops wrote, and those that they name. */
  readonly ids: readonly string[];
  /** Where they were written. */
  readonly places: readonly string[];
  /** Where those records stand. */
  readonly standsIn: readonly string[];
}

async function readLate({ hub }: UnitsBench, { book, device, firstSeq, lastSeq }: Late): Promise<ReadLate> {
  const scope = await hub.wholeBook(book);
  const rows = await hub.database.transaction(scope, (tx) =>
    tx
      .selectFrom('op')
      .select(['line', 'place'])
      .where('book', '=', book)
      .where('device', '=', device)
      .where('seq', '>=', firstSeq)
      .where('seq', '<=', lastSeq)
      .execute(),
  );
  const told = rows.flatMap(({ line }): readonly unknown[] => {
    const read = readLine(line);
    if (!read.ok || isErased(read.value)) return [];
    const op = read.value;
    return [op.id, ...Object.values('put' in op ? op.put : 'add' in op ? op.add : {})];
  });
  const ids = [...new Set(told.filter((id) => typeof id === 'string'))];
  const standing = await hub.database.transaction(scope, async (tx) =>
    ids.length === 0
      ? []
      : tx.selectFrom('record').select('place').distinct().where('book', '=', book).where('id', 'in', ids).execute(),
  );
  return {
    ids,
    places: [...new Set(rows.flatMap(({ place }) => place ?? []))],
    standsIn: standing.map(({ place }) => place),
  };
}

/** Sheets that a late op drew back to where they stood before. */
function recalled(register: Register, ids: readonly string[]): readonly OpDraft[] {
  return ids.flatMap((id): readonly OpDraft[] => {
    const record = register.get(id);
    const village = record?.kind === 'household' ? record.fields.village : undefined;
    if (record === undefined || typeof village !== 'string' || village === record.place) return [];
    return [{ kind: record.kind, id, place: village, put: {} }];
  });
}

/** Sheets that stand in a village which was joined into another: they belong there. */
export async function sweepEnded(bench: UnitsBench, book: string, read: ReadRegister): Promise<void> {
  const { units, own, changes } = await bench.hub.database.transaction(undefined, async (tx) => ({
    units: await readUnitsAround(tx, book),
    own: new Set(await listPlaces(tx, book)),
    changes: await readUnitChanges(tx, book),
  }));
  const today = civilDay(bench.hub.now());
  for (const unit of units.filter(({ level, validTo }) => level === 'village' && validTo !== '')) {
    const into = successorOf(units, wentTo(changes), unit);
    const register = into === undefined ? undefined : await read();
    const sheets = register?.village(unit.id).households ?? [];
    if (register === undefined || into === undefined || sheets.length === 0) continue;
    const households = sheets.map(({ household }) => household);
    // In another commune's months it counts from the day on which the village is that commune's.
    const date = own.has(into.id) ? today : dayAfter(unit.validTo);
    await writeUnits(bench, book, planFor(register, { is: 'rezone', households, village: into.id, date }).drafts);
  }
}

/** Where a village went whole, as the last change says that stands: a split gave only a part, and came back whole. */
function wentTo(changes: readonly StoredChange[]): ReadonlyMap<string, string> {
  const goals = new Map<string, string>();
  for (const { change, before, undoneBy } of changes) {
    if ((change.is === 'join' || change.is === 'move') && undoneBy === null) goals.set(change.unit, change.into);
    const made = before.find(({ id }) => change.is === 'split' && id !== change.unit)?.id;
    if (change.is === 'split' && undoneBy !== null && made !== undefined) goals.set(made, change.unit);
  }
  return goals;
}

/** The village that stands today where this one stood; `undefined` where none came of it. */
function successorOf(
  units: readonly KnownUnit[],
  goals: ReadonlyMap<string, string>,
  ended: KnownUnit,
  seen: ReadonlySet<string> = new Set(),
): KnownUnit | undefined {
  if (ended.validTo === '') return ended;
  const goal = goals.get(ended.id);
  const heirs = units.filter(({ id, cameFrom }) => (goal === undefined ? cameFrom.includes(ended.id) : id === goal));
  for (const heir of heirs) {
    if (seen.has(heir.id)) continue;
    const found = successorOf(units, goals, heir, new Set([...seen, ended.id]));
    if (found !== undefined) return found;
  }
  return undefined;
}
