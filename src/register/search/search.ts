import { cardKey } from '../../domain/search-key.ts';
import { positionOf } from '../../sync/records/page-columns.ts';
import type { SearchAnswer } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { type Glance, type Held, householdKind, personKind, textOf } from '../held.ts';
import { namesArea } from '../numbering.ts';
import { type BestRows, keepBest } from './best-rows.ts';
import type { NameIndex, NameQuery } from './name-index.ts';
import { nameKeyOf } from './name-keys.ts';
import { type NamePlaces, nowhere, placedAt, rankPlaces, whereSaid } from './name-places.ts';
import {
  mayPoint,
  pointingFields,
  pointsTo,
  rankName,
  readQuery,
  type SearchQuery,
  spellingOf,
  withoutCountry,
} from './search-query.ts';
import { createWhereSaid, isPlaced } from './where-said.ts';

/** Who left or died is still found, after everybody who lives here. */
const away = 100;
/** Born in that year: after whoever's name fits, and households of that number. */
const yearOnly = 80;
/** A household found by its village alone stands after all names. */
const villageOnly = 200;

/**
 * Households by number and village, people by the beginnings of their names' words; accents and case do not matter,
 * exact spelling and the given name rank first. `total` counts all that fit; who is found by where she lives is in it
 * where names alone do not fill the list.
 */
export function search(folk: Folk, names: NameIndex, text: string, limit: number): SearchAnswer {
  const query = readQuery(text, folk.places);
  if (query.words.length === 0) return { rows: [], total: 0 };
  const best = keepBest<Held>(limit);
  if (query.longNumber !== '') offerNumbers(folk, query.longNumber, best);
  offerPeople(folk, names, query, best);
  if (mayMeanHousehold(folk, query)) offerHouseholds(folk, query, best);
  const rows = best.rows().map((row) => (row.kind === householdKind ? folk.householdRow(row) : folk.personRow(row)));
  return { rows, total: best.total() };
}

/** Whether each word could be a number, a village or an area of this book: else no household is looked at. */
function mayMeanHousehold({ book }: Folk, { words }: SearchQuery): boolean {
  if (!words.some(mayPoint)) return false;
  const others = words.filter((word) => !mayPoint(word));
  if (others.length === 0) return true;
  const areas = new Set<unknown>();
  for (const [, area] of book.values(householdKind, 'area')) areas.add(area);
  return others.every((word) => [...areas].some((area) => namesArea({ area: String(area) }, word.folded)));
}

/** A village's households stand behind all names: where there are names enough, they are only counted. */
function offerHouseholds(folk: Folk, query: SearchQuery, best: BestRows<Held>): void {
  const isWorthMaking = (glance: Glance): boolean => {
    const rank = rankHousehold(query, glance);
    if (rank === undefined) return false;
    const isShown = best.takes(rank, Number.NEGATIVE_INFINITY);
    if (!isShown) best.pass(1);
    return isShown;
  };
  for (const household of folk.book.pick(householdKind, pointingFields, isWorthMaking)) {
    const rank = rankHousehold(query, household);
    if (rank !== undefined) best.offer(rank, folk.paperKey(household), household);
  }
}

/** People who are asked about, and the best of them so far. */
interface Sought {
  readonly folk: Folk;
  readonly query: SearchQuery;
  readonly asked: NameQuery;
  readonly best: BestRows<Held>;
}

/** Places are looked at for want of names: who has all words in her name comes first, and may be enough. */
function offerPeople(folk: Folk, names: NameIndex, query: SearchQuery, best: BestRows<Held>): void {
  if (!names.isFilled()) names.fill(folk.book.columns(personKind, 'fullName'));
  const sought: Sought = { folk, query, asked: names.ask(query.words.map(({ folded }) => folded)), best };
  const { asked } = sought;
  const placed = rankPlaces(query, asked);
  for (let place = 0; place < whereSaid; place += 1) offerPlace(sought, placed, place);
  // Of that year by where they live: they rank behind who is named so, and are no reason not to look for those.
  const isEnough = best.isFull();
  offerBorn(sought);
  if (isEnough) return;
  if (!query.words.some(mayPoint)) return;
  const isWhereSaid = createWhereSaid(folk, query, asked);
  for (let place = whereSaid; place < nowhere; place += 1)
    for (const at of placedAt(placed, place))
      if (isWhereSaid(at, (id) => folk.book.find(personKind, id))) offerNamed(sought, at, place);
}

/** Everybody whose name stands so; those that would not be shown are counted, and nothing is asked of them. */
function offerPlace(sought: Sought, { places, counts }: NamePlaces, place: number): void {
  const { query, asked, best } = sought;
  const [count = 0, least] = [counts[place], rankName(query, place, 0)];
  let furthest = best.furthest(least);
  // Not even the first key that there could be would be kept.
  if (count === 0 || furthest < 0) {
    best.pass(count);
    return;
  }
  const { orders } = asked;
  let passed = 0;
  for (let at = 0; at < places.length; at += 1) {
    if (places[at] !== place) continue;
    if ((orders[at] ?? 0) > furthest) passed += 1;
    else {
      offerNamed(sought, at, place);
      furthest = best.furthest(least);
    }
  }
  best.pass(passed);
}

/** The costly questions, whose record it is and whether she is still here, are put only to who would be shown. */
function offerNamed({ folk, query, asked, best }: Sought, at: number, place: number): void {
  const rank = rankName(query, place, spellingOf(query, asked.fullName(at)));
  const exact = () => ({ key: asked.key(at), id: asked.id(at) });
  const isWorth = best.takes(rank, asked.orders[at] ?? 0, exact);
  const person = isWorth ? folk.book.find(personKind, asked.id(at)) : undefined;
  if (person === undefined) best.pass(1);
  else best.offer(rank + awayRank(person, folk), asked.key(at), person, asked.orders[at]);
}

/**
 * Who was born in the year that is asked for, where the other words say where she lives. Whoever has one of the words in
 * her name is asked about as one who is named so.
 */
function offerBorn({ folk, query, best }: Sought): void {
  const year = query.words.find(({ isYear }) => isYear)?.folded;
  if (year === undefined || !query.words.every(mayPoint)) return;
  for (const id of bornIn(folk, year)) {
    const person = folk.book.find(personKind, id);
    if (person === undefined || isNamedBy(query, person)) continue;
    if (!query.words.every((word) => isPlaced(folk, person, word))) continue;
    const exact = () => ({ key: nameKeyOf(person), id });
    if (best.takes(yearOnly, undefined, exact))
      best.offer(yearOnly + awayRank(person, folk), nameKeyOf(person), person);
    else best.pass(1);
  }
}

function isNamedBy({ words }: SearchQuery, person: Held): boolean {
  return nameKeyOf(person)
    .split(' ')
    .some((part) => words.some(({ folded }) => part.startsWith(folded)));
}

/** Found without making anybody. */
function* bornIn(folk: Folk, year: string): Iterable<string> {
  for (const { ids, column, isShown } of folk.book.columns(personKind, 'birthDate')) {
    for (let index = 0; index < column.length; index += 1) {
      const date = column.value(index);
      const position = positionOf(column, index);
      if (typeof date === 'string' && date.startsWith(year) && isShown(position)) yield ids.at(position);
    }
  }
}

function rankHousehold(query: SearchQuery, household: Glance): number | undefined {
  if (!query.words.every((word) => pointsTo(word, household))) return undefined;
  const number = textOf(household.fields, 'number');
  return query.words.some((word) => word.isFormer || word.folded === number) ? 0 : villageOnly;
}

/** Fields by whose whole value, beginning or end somebody is found. */
const numberFields = ['phone', 'insuranceNo', 'nationalId'];

function offerNumbers(folk: Folk, number: string, best: BestRows<Held>): void {
  const holder = cardKey(number);
  for (const kind of [personKind, householdKind]) {
    for (const record of folk.book.all(kind)) {
      const rank = rankNumber(number, holder, record);
      if (rank === undefined) continue;
      best.offer(rank + (kind === personKind ? awayRank(record, folk) : 0), nameKeyOf(record), record);
    }
  }
}

/** 0 a whole number, 1 its beginning or end, or the other length of a card: its ten last places are its holder's number. */
function rankNumber(number: string, holder: string, { fields }: Held): number | undefined {
  let best: number | undefined;
  for (const field of numberFields) {
    const text = textOf(fields, field);
    if (text === '') continue;
    const value = withoutCountry(text.replace(/[\s.-]/g, ''));
    if (value === number) return 0;
    const isHolders = field === 'insuranceNo' && value === holder;
    if (isHolders || value.startsWith(number) || value.endsWith(number)) best = 1;
  }
  return best;
}

function awayRank(person: Held, folk: Folk): number {
  const { status } = folk.book.closing(person);
  return status === 'dead' || status === 'left' ? away : 0;
}
