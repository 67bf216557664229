import { catalogue } from '../../../../src/catalogue/index.ts';
import { makeRulebook } from '../../../../src/sync/hub/rulebook.ts';
import { joinStates } from '../../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../../src/sync/records/record-state.ts';
import { enterScope, type Tx } from '../../../db/database.ts';
import type { CommandOf } from '../../../durable/command.ts';
import { keep, leave, type Performed } from '../../../durable/performed.ts';
import { readState } from '../../../figures/state-codec.ts';
import { hubTransaction } from '../../hub-transaction.ts';
import { listPlaces, listScope, listWritten, lockBooks } from '../../ports.ts';
import { bringBack } from '../../waiting/bring-early.ts';
import { widenAuthor } from '../apply-units.ts';
import { followRecords } from '../follow-units.ts';
import { readUnitsOf } from '../unit-rows.ts';
import type { UnitsBench } from '../units-bench.ts';
import { peopleNamed } from './people-named.ts';
import { addShared, listSharing, listWhole } from './shared-places.ts';

/**
 * Behind whatever was written in a book: books that have the same records get it too, let it follow to where it belongs by
 * what they know of villages, and give on what came of that.
 */
export async function shareWritten(bench: UnitsBench, book: string): Promise<void> {
  const { hub } = bench;
  for (const into of await hub.database.look((look) => listSharing(look, book))) {
    const given = await hub.run({ is: 'share', at: hub.now(), book, into });
    if (given.length === 0) continue;
    await bringBack(hub, into);
    const ids = given.filter(({ isEnded }) => isEnded).map(({ id }) => id);
    if (ids.length > 0) await followRecords(bench, into, ids);
    bench.onWritten(into);
    await shareWritten(bench, into);
  }
}

/** At start: what was written and not given when the hub ended. */
export async function shareAll(bench: UnitsBench): Promise<void> {
  const rows = await bench.hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('shared_book').select('book').distinct().execute(),
  );
  for (const { book } of rows) await shareWritten(bench, book);
}

/** A record that the other book had not, or had otherwise; and whether it stands there in a village that is no more. */
export interface Given {
  readonly id: string;
  readonly isEnded: boolean;
}

/** The command: also within a merger, where the one book is about to go into the other. */
export async function giveShared(tx: Tx, { book, into, at }: CommandOf<'share'>): Promise<Performed<readonly Given[]>> {
  const numbers = await lockBooks(tx, [book, into]);
  const written = await readWritten(tx, book, into);
  if (written.length === 0) return leave([]);
  const belongs = await belonging(tx, book, into);
  const after = await takeIn(tx, { into, at, lastNumber: numbers.get(into) ?? 0 }, written, belongs);
  await tx
    .updateTable('shared_book')
    .set({ given: numbers.get(book) ?? 0 })
    .where('book', '=', book)
    .where('other', '=', into)
    .execute();
  const ended = new Set((await readUnitsOf(tx, into)).filter(({ validTo }) => validTo !== '').map(({ id }) => id));
  return keep(after.map(({ id, place }) => ({ id, isEnded: ended.has(String(place.value)) })));
}

/** Whether all that stands at a place is the other book's too: a village that both have, or what is none of the own units. */
async function belonging(tx: Tx, book: string, into: string): Promise<(place: string) => boolean> {
  const whole = await listWhole(tx, book, into);
  const own = new Set(await listPlaces(tx, book));
  const theirs = new Set(await listWritten(tx, into));
  return (place) => whole.has(place) || (theirs.has(place) && !own.has(place));
}

interface Taking {
  readonly into: string;
  /** ms since 1970. */
  readonly at: number;
  /** Of the sequence of `into`. */
  readonly lastNumber: number;
}

/**
 * Merging knows no order and no repetition, so both books may have been written meanwhile, and given to each other twice.
 * What was erased by order is given by that order alone, to each book its own.
 * @returns records that the book had not, or had otherwise, as they are now
 */
async function takeIn(
  tx: Tx,
  { into, at, lastNumber }: Taking,
  written: readonly RecordState[],
  belongs: (place: string) => boolean,
): Promise<readonly RecordState[]> {
  const seen = { book: into, places: await listScope(tx, into) };
  await enterScope(tx, seen);
  const core = hubTransaction(tx, { scope: seen, receivedAt: at, lastNumber });
  const { records: before } = await core.lookUp(written.map(({ id }) => id));
  const { records: named } = await core.lookUp([...new Set(written.flatMap(peopleNamed))]);
  const given = newlyGiven(written, { before, named, belongs });
  const after = written.flatMap((state): readonly RecordState[] => {
    const own = before.get(state.id);
    if (own === undefined) return given.has(state.id) ? [state] : [];
    if (state.erased !== own.erased) return [];
    const joined = joinStates(own, state);
    return JSON.stringify(joined) === JSON.stringify(joinStates(own, own)) ? [] : [joined];
  });
  if (after.length === 0) return after;
  const strange = new Set(after.map(({ place }) => String(place.value)));
  for (const place of seen.places) strange.delete(place);
  await addShared(tx, into, [...strange], false);
  if (strange.size > 0) {
    await widenAuthor(tx, into);
    await enterScope(tx, { book: into, places: [...seen.places, ...strange] });
  }
  await core.saveRecords(after);
  const { months } = makeRulebook(catalogue);
  const olds = after.flatMap(({ id }) => before.get(id) ?? []);
  await core.markDirty([...new Set([...olds, ...after].flatMap(months))]);
  await core.flush();
  return after;
}

interface Taken {
  /** Records that the other book has, and those of whom these name. */
  readonly before: ReadonlyMap<string, RecordState>;
  readonly named: ReadonlyMap<string, RecordState>;
  readonly belongs: (place: string) => boolean;
}

/**
 * Of what the other book has not: what belongs to it by its place, and what names somebody whom both have, wherever that
 * stands by now. Whoever both have is moved, married and lost by facts; a child is born to them; and so on from there.
 */
function newlyGiven(written: readonly RecordState[], { before, named, belongs }: Taken): ReadonlySet<string> {
  const given = new Set<string>();
  const isTold = (state: RecordState) => peopleNamed(state).some((id) => named.has(id) || given.has(id));
  const fresh = written.filter(({ id }) => !before.has(id));
  for (let count = -1; count < given.size; ) {
    count = given.size;
    for (const state of fresh) if (belongs(String(state.place.value)) || isTold(state)) given.add(state.id);
  }
  return given;
}

/** What was written in a book since the other got it, wherever it stands; the oldest first. */
async function readWritten(tx: Tx, book: string, into: string): Promise<readonly RecordState[]> {
  const pair = await tx
    .selectFrom('shared_book')
    .select('given')
    .where('book', '=', book)
    .where('other', '=', into)
    .executeTakeFirst();
  if (pair === undefined) return [];
  await enterScope(tx, { book, places: await listScope(tx, book) });
  const rows = await tx
    .selectFrom('record')
    .select('state')
    .where('book', '=', book)
    .where('number', '>', pair.given)
    .orderBy('number')
    .execute();
  return rows.map(({ state }) => readState(state));
}
