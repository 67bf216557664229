import { catalogue } from '../../../../src/catalogue/index.ts';
import { makeRulebook } from '../../../../src/sync/hub/rulebook.ts';
import { joinStates } from '../../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../../src/sync/records/record-state.ts';
import { enterScope, type Tx } from '../../../db/database.ts';
import type { CommandOf } from '../../../durable/command.ts';
import { keep, leave, type Performed } from '../../../durable/performed.ts';
import { readState } from '../../../figures/state-codec.ts';
import { hubTransaction } from '../../hub-transaction.ts';
import { listScope, lockBooks } from '../../ports.ts';
import type { UnitsBench } from '../units-bench.ts';
import { listSharing } from './shared-places.ts';

/** Behind whatever was written in a book: books that have a village of it too get what stands there. */
export async function shareWritten({ hub, onWritten }: UnitsBench, book: string): Promise<void> {
  for (const into of await hub.database.transaction(undefined, (tx) => listSharing(tx, book))) {
    const given = await hub.run({ is: 'share', at: hub.now(), book, into });
    if (given > 0) onWritten(into);
  }
}

/** At start: what was written and not given when the hub ended. */
export async function shareAll(bench: UnitsBench): Promise<void> {
  const rows = await bench.hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('shared_place').select('book').distinct().execute(),
  );
  for (const { book } of rows) await shareWritten(bench, book);
}

/**
 * Merging knows no order and no repetition, so both books may have been written meanwhile, and given to each other twice.
 * What was erased by order is given by that order alone, to each book its own.
 * @returns how many records the other book had not, or had otherwise
 */
export async function giveShared(tx: Tx, { book, into, at }: CommandOf<'share'>): Promise<Performed<number>> {
  const numbers = await lockBooks(tx, [book, into]);
  const come = await readWritten(tx, book, into);
  if (come.length === 0) return leave(0);
  const scope = { book: into, places: await listScope(tx, into) };
  await enterScope(tx, scope);
  const core = hubTransaction(tx, { scope, receivedAt: at, lastNumber: numbers.get(into) ?? 0 });
  const before = await core.records(come.map(({ id }) => id));
  const after = come.flatMap((state): readonly RecordState[] => {
    const own = before.get(state.id);
    if (own === undefined) return [state];
    if (state.erased !== own.erased) return [];
    const joined = joinStates(own, state);
    return JSON.stringify(joined) === JSON.stringify(joinStates(own, own)) ? [] : [joined];
  });
  if (after.length > 0) {
    await core.saveRecords(after);
    const { months } = makeRulebook(catalogue);
    const olds = after.flatMap(({ id }) => before.get(id) ?? []);
    await core.markDirty([...new Set([...olds, ...after].flatMap(months))]);
    await core.flush();
  }
  await tx
    .updateTable('shared_place')
    .set({ given: numbers.get(book) ?? 0 })
    .where('book', '=', book)
    .where('other', '=', into)
    .execute();
  return keep(after.length);
}

/** What stands at the shared places and was written since it was given before, the oldest first. */
async function readWritten(tx: Tx, book: string, into: string): Promise<readonly RecordState[]> {
  const shared = await tx
    .selectFrom('shared_place')
    .select(['place', 'given'])
    .where('book', '=', book)
    .where('other', '=', into)
    .execute();
  await enterScope(tx, { book, places: shared.map(({ place }) => place) });
  const states: RecordState[] = [];
  for (const { place, given } of shared) {
    const rows = await tx
      .selectFrom('record')
      .select('state')
      .where('book', '=', book)
      .where('place', '=', place)
      .where('number', '>', given)
      .orderBy('number')
      .execute();
    for (const { state } of rows) states.push(readState(state));
  }
  return states;
}
