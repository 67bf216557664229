import { type BookRecord, type Bounds, definitionOf, namedBy } from '../domain/book/book.ts';
import { feltKinds, holdingFields, lifeOf, unopenedOf, workingKinds } from '../domain/book/life.ts';
import { openLinks, type WhoNames } from '../domain/book/naming-back.ts';
import { closingState, type Timeline } from '../domain/book/timeline.ts';
import type { Days } from '../domain/calendar/period.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Value } from '../domain/value.ts';
import { type PageColumns, positionOf } from '../sync/records/page-columns.ts';
import { type Glance, type Held, type HeldBook, type HeldColumn, textOf } from './held.ts';
import { createDesk } from './shelf/desk.ts';
import { isWithin } from './shelf/is-within.ts';
import { createShelf } from './shelf/shelf.ts';

/** The register's records and what follows from facts, kept up record by record. */
export interface WritableBook extends HeldBook {
  /** Puts, replaces or (with `undefined`) takes out; answers every id whose values may differ afterwards. */
  replace(id: string, held: Held | undefined): Iterable<string>;
  /** Takes in a whole page of confirmed records, but for these ids. */
  shelve(page: PageColumns, apart: ReadonlySet<string>): void;
  /** As figures see it: a fact that was sent back neither counts nor has effect until it is mended. */
  readonly counted: HeldBook;
  size(): number;
}

const isStanding = (fact: Held): boolean => fact.standing !== 'mending';

const noSteps: Timeline['steps'] = [];

/** Lives that were worked out are kept until so many are: a list of a whole commune must not stay in memory. */
const mostTimelines = 4_000;

/**
 * A page that nobody touched stays on the shelf as it was stored; a record that was changed, waits or came alone lies on
 * the desk, where it hides the one on the shelf.
 * @param isWatched whether anybody has worked out something that rests on records: until then `replace` answers only the
 *   record itself and whom it names, and looks for nobody else
 */
export function createHeldBook(
  catalogue: Catalogue,
  isWatched: () => boolean = () => true,
  bounds?: Bounds,
): WritableBook {
  const desk = createDesk(catalogue);
  const shelf = createShelf(catalogue);
  const timelines = new Map<string, Timeline>();
  const links = holdingFields(catalogue);
  const facts = new Set(catalogue.records.filter(({ nature }) => nature === 'fact').map(({ kind }) => kind));
  const canLink = linkingKinds(catalogue, links);

  const find = (kind: string, id: string): Held | undefined => desk.find(kind, id) ?? shelf.find(kind, id);
  const get = (id: string): Held | undefined => desk.get(id) ?? shelf.get(id);
  const factsNaming = (id: string, kinds?: ReadonlySet<string>): readonly Held[] =>
    joined(desk.facts(id), shelf.naming(id, 'fact', kinds));
  const statesNaming = (id: string): readonly Held[] => joined(desk.states(id), shelf.naming(id, 'state'));
  const whoNames: WhoNames = (id, field) => statesNaming(id).filter(({ fields }) => fields[field] === id);
  const isNamed = (id: string, kinds: ReadonlySet<string>): boolean =>
    desk.facts(id).some(({ kind }) => kinds.has(kind)) || shelf.isNamed(id, 'fact', kinds);
  function* all(kind: string): Generator<Held> {
    yield* shelf.all(kind);
    yield* desk.all(kind);
  }
  function* within(kind: string, days: Days): Generator<Held> {
    yield* shelf.within(kind, days);
    const { dateField } = definitionOf(catalogue, kind) ?? {};
    for (const held of desk.all(kind)) if (isWithin(held.fields[dateField ?? ''], days)) yield held;
  }
  function* pick(kind: string, fields: readonly string[], isIt: (glance: Glance) => boolean): Generator<Held> {
    yield* shelf.pick(kind, fields, isIt);
    for (const held of desk.all(kind)) if (isIt(held)) yield held;
  }
  function* ids(kind: string): Generator<string> {
    yield* shelf.ids(kind);
    for (const { id } of desk.all(kind)) yield id;
  }
  function* columns(kind: string, field: string): Generator<HeldColumn> {
    yield* shelf.columns(kind, field);
    yield deskColumn([...desk.all(kind)], field);
  }
  function* values(kind: string, field: string): Generator<readonly [string, Value]> {
    for (const held of columns(kind, field)) yield* shownValues(held);
  }

  const keep = (record: BookRecord): Timeline => {
    const life = lifeOf({ catalogue, factsNaming, whoNames }, record);
    if (timelines.size >= mostTimelines) timelines.clear();
    timelines.set(record.id, life);
    return life;
  };
  const book: HeldBook = {
    catalogue,
    bounds,
    get,
    find,
    all,
    ids,
    within,
    pick,
    values,
    columns,
    isCounted: () => true,
    waiting: desk.waiting,
    factsNaming,
    statesNaming,
    closing: (record) => (isPlain(record) ? record.fields : closingState(book.timeline(record))),
    timeline: (record) => {
      // Most people have no fact yet: nothing is kept for them.
      if (isPlain(record)) return untouched(catalogue, record);
      return timelines.get(record.id) ?? keep(record);
    },
  };
  const isCounted = (record: Held) => isStanding(record) || !facts.has(record.kind);
  const standingFacts: HeldBook['factsNaming'] = (id, kinds) =>
    desk.mending.size === 0 ? factsNaming(id, kinds) : factsNaming(id, kinds).filter(isStanding);
  const counted: HeldBook = {
    ...book,
    all: (kind) => filter(all(kind), isCounted),
    within: (kind, days) => filter(within(kind, days), isCounted),
    pick: (kind, fields, isIt) => filter(pick(kind, fields, isIt), isCounted),
    factsNaming: standingFacts,
    isCounted,
    closing: (record) => closingState(counted.timeline(record)),
    timeline: (record) => {
      if (desk.mending.size === 0) return book.timeline(record);
      return lifeOf({ catalogue, factsNaming: standingFacts, whoNames }, record);
    },
  };
  /** Its own values are all that is known: no fact changes it, or is felt through whom it is linked with, and nobody is to be named back. */
  const isPlain = (record: BookRecord) =>
    !isNamed(record.id, workingKinds(catalogue)) &&
    !links.some((field) => isNamed(textOf(record.fields, field), feltKinds(catalogue))) &&
    openLinks(catalogue, record).every((field) => whoNames(record.id, field).length === 0);

  const isHolding = (id: string) => (state: Held) => links.some((field) => state.fields[field] === id);
  /** Who feels what happens to these: whoever holds one of them by opening values, told on either side, or is named by a fact beside it. */
  const linkedWith = (ids: Iterable<string>): readonly string[] =>
    [...ids].flatMap((id) => [
      ...statesNaming(id)
        .filter(isHolding(id))
        .map((state) => state.id),
      ...linkedIn(get(id)),
      ...factsNaming(id).flatMap((fact) => (canLink.has(fact.kind) ? namedBy(catalogue, fact) : [])),
    ]);

  const linkedIn = (record: Held | undefined): readonly string[] =>
    record === undefined ? [] : links.map((field) => textOf(record.fields, field)).filter((id) => id !== '');
  const namedIn = (record: Held | undefined) => (record === undefined ? [] : namedBy(catalogue, record));

  const replace = (id: string, held: Held | undefined): Iterable<string> => {
    // A record never changes its kind: what is put is sought among its like alone.
    const before = held === undefined ? get(id) : find(held.kind, id);
    const put = (): void => {
      if (before !== undefined) shelf.take(before.kind, id);
      desk.replace(id, held, before?.kind);
    };
    if (timelines.size === 0 && !isWatched()) {
      put();
      return [id, ...namedIn(before), ...namedIn(held)];
    }
    return follow(id, before, held, put);
  };
  const follow = (id: string, before: Held | undefined, held: Held | undefined, put: () => void) => {
    const touched = new Set([...namedIn(before), ...namedIn(held)]);
    for (const one of linkedWith(touched)) touched.add(one);
    put();
    for (const one of [id, ...linkedIn(before)]) touched.add(one);
    for (const one of [...linkedWith(touched), ...leftHolder(catalogue, before, held)]) touched.add(one);
    for (const one of touched) timelines.delete(one);
    return touched;
  };
  const shelve = (page: PageColumns, apart: ReadonlySet<string>): void => {
    shelf.add(page, apart);
    timelines.clear();
  };

  return { ...book, counted, replace, shelve, size: () => desk.size() + shelf.size() };
}

function joined(desk: readonly Held[], shelf: readonly Held[]): readonly Held[] {
  if (desk.length === 0) return shelf;
  return shelf.length === 0 ? desk : [...shelf, ...desk];
}

function* shownValues({ ids, column, isShown }: HeldColumn): Generator<readonly [string, Value]> {
  for (let index = 0; index < column.length; index += 1) {
    const position = positionOf(column, index);
    const value = isShown(position) ? column.value(index) : null;
    if (value !== null) yield [ids.at(position), value];
  }
}

function deskColumn(records: readonly Held[], field: string): HeldColumn {
  const at = (position: number): string => records[position]?.id ?? '';
  return {
    ids: { length: records.length, at, indexOf: (id) => records.findIndex((record) => record.id === id) },
    column: { length: records.length, value: (index) => records[index]?.fields[field] ?? null },
    isShown: () => true,
  };
}

/** Whom a record lived with by its opening values, and does so no more. */
function leftHolder(catalogue: Catalogue, before: Held | undefined, held: Held | undefined): readonly string[] {
  const field = before === undefined ? undefined : definitionOf(catalogue, before.kind)?.placeThrough;
  const was = field === undefined ? undefined : before?.fields[field];
  return typeof was === 'string' && field !== undefined && held?.fields[field] !== was ? [was] : [];
}

function untouched(catalogue: Catalogue, record: BookRecord): Timeline {
  const unopened = unopenedOf(catalogue, record);
  return { opening: record.fields, steps: noSteps, ...(unopened && { unopened }) };
}

/** Kinds of facts that make a link, e.g. a marriage. */
function linkingKinds(catalogue: Catalogue, links: readonly string[]): ReadonlySet<string> {
  const making = catalogue.records.filter(({ effects }) =>
    effects?.some(({ set }) => links.some((field) => field in set)),
  );
  return new Set(making.map(({ kind }) => kind));
}

function* filter(records: Iterable<Held>, isIn: (record: Held) => boolean): Generator<Held> {
  for (const record of records) if (isIn(record)) yield record;
}
