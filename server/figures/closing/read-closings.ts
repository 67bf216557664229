import { catalogue } from '../../../src/catalogue/index.ts';
import { stockMovement } from '../../../src/catalogue/records/stock/movement.ts';
import { definitionOf } from '../../../src/domain/book/book.ts';
import type { Period } from '../../../src/domain/calendar/period.ts';
import type { Closing } from '../../../src/domain/figure/closing/closing.ts';
import { tellClosings } from '../../../src/register/figures/closing/closings.ts';
import { frozenKind, verdictKind } from '../../../src/register/figures/closing/frozen-content.ts';
import { answeringFor } from '../../../src/register/figures/due/answering.ts';
import { createShared, type Held, holdRecord } from '../../../src/register/held.ts';
import { createPlaces } from '../../../src/register/places.ts';
import { isAlive } from '../../../src/sync/records/merge.ts';
import { listUnits } from '../../auth/activation.ts';
import type { Hub } from '../../hub.ts';
import { readState } from '../state-codec.ts';

/** The facts of a book's frozen reports, all or one, without bringing its register into memory. */
async function readFacts(hub: Hub, book: string, kind: string, id?: string): Promise<readonly Held[]> {
  const scope = await hub.wholeBook(book);
  const rows = await hub.database.transaction(scope, (tx) => {
    const all = tx.selectFrom('record').select('state').where('book', '=', book).where('kind', '=', kind);
    return (id === undefined ? all : all.where('id', '=', id)).execute();
  });
  const definition = definitionOf(catalogue, kind);
  if (definition === undefined) throw new TypeError(`no kind ${kind}`);
  const shared = createShared();
  return rows
    .map(({ state }) => readState(state))
    .filter(isAlive)
    .map((state) => holdRecord(definition, state, 'confirmed', shared));
}

/** Every version of every report that was frozen in a book, and what the level above said of it. */
export async function readClosings(hub: Hub, book: string): Promise<readonly Closing[]> {
  const [frozen, verdicts] = [await readFacts(hub, book, frozenKind), await readFacts(hub, book, verdictKind)];
  const names = await readNames(hub, book);
  return tellClosings({ frozen, verdicts }, (user) => names.get(user));
}

/**
 * What was handed in for a book, read once, and which of its communes answer for a period, with what; a name only of one
 * that went into another since.
 */
export async function readHandedIn(hub: Hub, book: string) {
  const units = await hub.database.transaction(undefined, (tx) => listUnits(tx, book));
  const places = createPlaces(units);
  const closings = await readClosings(hub, book);
  const answering = (form: string, period: Period) =>
    answeringFor(places, closings, form, period).map(({ unit, closing }) => ({
      book,
      ...(unit.id !== places.commune() && { name: unit.name }),
      place: unit.id,
      closing,
    }));
  return { closings, answering };
}

export async function findFrozen(hub: Hub, book: string, id: string): Promise<Held | undefined> {
  const [found] = await readFacts(hub, book, frozenKind, id);
  return found;
}

/** Whether anything ever moved in the stores of a book. */
export async function keepsStores(hub: Hub, book: string): Promise<boolean> {
  const found = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx
      .selectFrom('record')
      .select('id')
      .where('book', '=', book)
      .where('kind', '=', stockMovement.kind)
      .executeTakeFirst(),
  );
  return found !== undefined;
}

/** Who writes in a book, by user id. */
export async function readNames(hub: Hub, book: string): Promise<ReadonlyMap<string, string>> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx.selectFrom('device').select(['user_id', 'user_name']).where('book', '=', book).execute(),
  );
  return new Map(rows.map(({ user_id: user, user_name: name }) => [user, name]));
}
