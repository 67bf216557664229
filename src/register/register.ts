import { type Bounds, definitionOf } from '../domain/book/book.ts';
import { joiningKind } from '../domain/book/joins.ts';
import { closingState } from '../domain/book/timeline.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Scope } from '../domain/condition.ts';
import type { FormContext, FormDefinition } from '../domain/form/form.ts';
import type { RecordDefinition } from '../domain/record.ts';
import type { Fields, Value } from '../domain/value.ts';
import type { Words } from '../domain/words.ts';
import type { UnitRow } from '../sync/activation.ts';
import { isAlive } from '../sync/records/merge.ts';
import type { PageColumns } from '../sync/records/page-columns.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import type { HandedDraft, HouseholdPage, RegisterRecord, SearchAnswer, Standing, VillageList } from './answers.ts';
import { type Counts, createCounts } from './figures/counts.ts';
import { createFigures, type FigureKeeper, type Figures } from './figures/figures.ts';
import { createFolk, type Folk } from './folk.ts';
import { formContext } from './forms/form-context.ts';
import { scopeFor } from './forms/form-scope.ts';
import { handedDrafts } from './forms/handed-drafts.ts';
import { createShared, type Held, type HeldBook, type HeldColumn, holdRecord, personKind, textOf } from './held.ts';
import { createHeldBook } from './held-book.ts';
import { valueWords } from './lives/field-lines.ts';
import { createJoinedBook } from './lives/joins/joined-book.ts';
import { createLives, type Lives } from './lives/lives.ts';
import { householdPage, villageList } from './pages.ts';
import { createPlaces } from './places.ts';
import { createNameIndex, type NameIndex } from './search/name-index.ts';
import { search } from './search/search.ts';
import { pageRecords, withoutKind } from './shelf/page-records.ts';
import { createStockroom } from './stock/stockroom.ts';

export interface RegisterOptions {
  readonly catalogue: Catalogue;
  readonly units: readonly UnitRow[];
  /** See `Book.bounds`. */
  readonly bounds?: Bounds;
  /** Civil day of now, "yyyy-mm-dd", Asia/Ho_Chi_Minh. */
  today(): string;
  /** Role of whoever asks: tasks of other roles are none of hers. Everybody's where not said. */
  readonly role?: string;
  /** Name of a user, where this device knows one. */
  nameOf?(user: string): string | undefined;
  /** Everybody's names, from a search index that knew them before the register did; none until all pages are in. */
  names?(): NameIndex | undefined;
  /** Somebody else who keeps what rests on records, e.g. a hub its cells: is told which may have changed. */
  readonly alongside?: (book: HeldBook) => Pick<Counts, 'isKept' | 'touch'>;
}

/** A merged record and how it stands. */
export interface StandingState {
  readonly state: RecordState;
  readonly standing: Standing;
}

/**
 * A book of records in memory, the same on the phone and on the hub: answers every question a screen or a report asks.
 * Whatever order records arrive in, the answers are the same; a voided record does not exist.
 */
export interface Register extends Figures, Lives {
  /** Puts records as they are now merged; each replaces what was held under its id. Unknown kinds are passed over. */
  apply(states: readonly StandingState[]): void;
  /**
   * A whole page of confirmed records that one op each wrote, but for these ids: how nearly all of a book comes in. The
   * joins among them are followed with the next `apply`, if it is an empty one.
   * @param isAmongMany others follow: until then, what was worked out before stands as it is
   */
  shelve(page: PageColumns, apart: ReadonlySet<string>, isAmongMany?: boolean): void;
  /** Records that left this device's places or role. */
  remove(ids: readonly string[]): void;
  get(id: string): RegisterRecord | undefined;
  /** A value of a record's field as pages say it; `undefined` for one that is unknown or empty. */
  wordsOf(kind: string, field: string, value: Value): Words | undefined;
  /** Ids of the facts that name a record. */
  factsAbout(id: string): readonly string[];
  size(): number;
  search(text: string, limit: number): SearchAnswer;
  village(place: string): VillageList;
  household(id: string): HouseholdPage | undefined;
  /** `where` is a household, or a village where the form asks at one; `person` whom it is about. */
  formContext(form: string, where: string, person?: string): FormContext;
  /** `own` are records that the form is about to write anew. */
  scopeFor(form: string, where: string, answers: Fields, own?: readonly string[]): Scope;
  /** For what is worked out beside the register, and loaded only when somebody asks for it. */
  readonly folk: Folk;
  today(): string;
  /** Facts that were taken back: they exist for nobody but whoever asks what became of a case. */
  takenBack(): Iterable<Held>;
  /** Cases of any count of a place, for lists that no report makes. */
  readonly casesOf: FigureKeeper['casesOf'];
  /** A number of the catalogue alone. */
  readonly figureOf: FigureKeeper['figureOf'];
  readonly foresee: FigureKeeper['foresee'];
  /** What reports rest on, as data: see `Counts`. */
  readonly keptCounts: FigureKeeper['keptCounts'];
  readonly takeUpCounts: Counts['takeUp'];
  /** Numbers that stand in no report together, e.g. of many months. */
  readonly valuesOf: FigureKeeper['valuesOf'];
  readonly role: string | undefined;
  /** Drafts that wait to be finished on another device. */
  handedDrafts(): readonly HandedDraft[];
  /** The hub told of other units: new names and boundaries hold from the next answer on. */
  replaceUnits(units: readonly UnitRow[]): void;
}

export function createRegister(options: RegisterOptions): Register {
  const { catalogue, today } = options;
  // While pages are loaded nobody has counted anything yet.
  const isWatched = (): boolean => counts.isKept() || lives.isKept() || beside?.isKept() === true;
  const shared = createShared();
  const book = createHeldBook(catalogue, isWatched, options.bounds);
  const own = createNameIndex();
  const namesNow = options.names ?? (() => own);
  const places = createPlaces(options.units);
  const stock = createStockroom(book.counted);
  const folk = createFolk(book, places, stock);
  const joined = createJoinedBook(catalogue, book);
  const counts = createCounts(book.counted);
  const beside = options.alongside?.(book.counted);
  const { figureOf, casesOf, valuesOf, foresee, keptCounts, ...figures } = createFigures(folk, counts);
  /** Facts that were taken back: they exist for nobody but whoever wrote them today. */
  const withdrawn = new Map<string, Held>();
  const lives = createLives(folk, {
    today,
    role: options.role,
    nameOf: options.nameOf ?? (() => undefined),
    withdrawn: () => withdrawn.values(),
  });
  const holders = new Set(catalogue.records.flatMap(({ placeThrough, fields }) => holderKind(placeThrough, fields)));

  /** Everything that rests on changed records: names are found anew, counts look at them again. */
  const follow = (touched: ReadonlySet<string>) => {
    const names = namesNow();
    if (names?.isFilled()) for (const id of touched) renameIn(names, id, book.find(personKind, id));
    stock.touch(touched);
    if (!isWatched()) return;
    const resting = new Set(touched);
    for (const id of touched) for (const fact of book.factsNaming(id)) resting.add(fact.id);
    counts.touch(resting);
    beside?.touch(resting);
    lives.touch(resting);
  };

  /** What is held of a record; nothing of one that was taken back, but of a fact that it was. */
  const hold = (definition: RecordDefinition, state: RecordState, standing: Standing): Held | undefined => {
    const held = holdRecord(definition, state, standing, shared);
    const isKept = isAlive(state);
    if (isKept || definition.nature !== 'fact') withdrawn.delete(state.id);
    else withdrawn.set(state.id, held);
    return isKept ? held : undefined;
  };

  /** Where a household stands, and of what kind it is, is counted with its people. */
  const touchPeople = (touched: Set<string>, household: string) => {
    if (isWatched()) for (const { id } of folk.everMembers(household)) touched.add(id);
  };
  const put = (touched: Set<string>, { kind }: RecordDefinition, id: string, held: Held | undefined) => {
    const before = holders.has(kind) ? book.get(id) : undefined;
    addAll(touched, joined.replace(id, held));
    if (holders.has(kind) && before !== held) touchPeople(touched, id);
  };
  const apply = (states: readonly StandingState[]) => {
    const touched = new Set<string>();
    for (const { state, standing } of states) {
      const definition = definitionOf(catalogue, state.kind);
      if (definition !== undefined) put(touched, definition, state.id, hold(definition, state, standing));
    }
    addAll(touched, joined.settle());
    follow(touched);
  };
  const shelve = (page: PageColumns, apart: ReadonlySet<string>, isAmongMany = false) => {
    // Few, and each changes what others show.
    const joins = pageRecords(catalogue, page, joiningKind).filter(({ id }) => !apart.has(id));
    book.shelve(withoutKind(page, joiningKind), apart);
    for (const join of joins) joined.replace(join.id, join);
    // Whatever was worked out before this page came rests on less than the book.
    if (!isAmongMany) for (const one of [counts, lives, stock]) one.forget();
    const known = namesNow();
    if (known?.isFilled() === true) known.fill(namesOn(page, apart));
  };
  const remove = (ids: readonly string[]) => {
    const touched = new Set<string>();
    for (const id of ids) {
      withdrawn.delete(id);
      if (holders.has(book.get(id)?.kind ?? '')) touchPeople(touched, id);
      addAll(touched, joined.replace(id, undefined));
    }
    addAll(touched, joined.settle());
    follow(touched);
  };

  const formOf = (key: string): FormDefinition => {
    const form = catalogue.forms.find((one) => one.key === key);
    if (form === undefined) throw new RangeError(`no form ${key}`);
    return form;
  };

  return {
    ...figures,
    ...lives,
    person: (id) => lives.person(joined.rootOf(id)),
    panel: (id) => lives.panel(joined.rootOf(id)),
    apply,
    shelve,
    remove,
    size: book.size,
    wordsOf: (kind, key, value) => {
      const field = definitionOf(catalogue, kind)?.fields.find((one) => one.key === key);
      return field && valueWords(folk, field, value, '');
    },
    factsAbout: (id) => book.factsNaming(joined.rootOf(id)).map((fact) => fact.id),
    get: (id) => {
      const held = book.get(joined.rootOf(id));
      if (held === undefined) return undefined;
      const { kind, place, standing } = held;
      return { kind, id: held.id, place, standing, fields: closingState(book.timeline(held)) };
    },
    search: (text, limit) => search(folk, namesNow() ?? own, text, limit),
    village: (place) => villageList(folk, place),
    household: (id) => householdPage(folk, id, today()),
    folk,
    today,
    takenBack: () => withdrawn.values(),
    casesOf,
    figureOf,
    valuesOf,
    foresee,
    keptCounts,
    takeUpCounts: counts.takeUp,
    role: options.role,
    handedDrafts: () => handedDrafts(folk, options.nameOf ?? (() => undefined)),
    replaceUnits: places.replace,
    formContext: (form, where, person) => formContext(folk, formOf(form), where, today(), person),
    scopeFor: (form, where, answers, own) => scopeFor(folk, formOf(form), where, answers, today(), own),
  };
}

/** Everybody's names on a page, but for those who show otherwise. */
function namesOn({ kinds }: PageColumns, apart: ReadonlySet<string>): readonly HeldColumn[] {
  const people = kinds[personKind];
  const column = people?.fields.fullName;
  if (people === undefined || column === undefined) return [];
  return [{ ids: people.ids, column, isShown: (position) => !apart.has(people.ids.at(position)) }];
}

/** A person's name as it is shown now; whoever is shown under another id has none. */
function renameIn(names: NameIndex, id: string, person: Held | undefined): void {
  names.put(id, person?.id === id ? textOf(person.fields, 'fullName') : undefined);
}

function addAll(all: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) all.add(id);
}

/** Kinds whose place is the place of others, e.g. the household's of its people. */
function holderKind(
  placeThrough: string | undefined,
  fields: Catalogue['records'][number]['fields'],
): readonly string[] {
  const type = fields.find(({ key }) => key === placeThrough)?.type;
  return type?.is === 'reference' ? [type.to] : [];
}
