import type { SearchAnswer } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { type Glance, type Held, householdKind, personKind, textOf } from '../held.ts';
import { namesArea } from '../numbering.ts';
import { type BestRows, keepBest } from './best-rows.ts';
import { type NameIndex, type NameQuery, notInName } from './name-index.ts';
import {
  mayPoint,
  pointingFields,
  pointsTo,
  type QueryWord,
  rankName,
  readQuery,
  type SearchQuery,
  spellingOf,
  withoutCountry,
} from './search-query.ts';

/** Who left or died is still found, after everybody who lives here. */
const away = 100;
/** Born in that year: after whoever's name fits, and households of that number. */
const yearOnly = 80;
/** Some words say where she lives: after whoever has all of them in her name. */
const whereSaid = 20;
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
  const bornThen = bornIn(folk, query.words.find(({ isYear }) => isYear)?.folded);
  const offerBorn = (at: number): void => {
    if (bornThen?.has(asked.id(at))) offerYear(folk, query, asked, at, best);
  };
  const placed = new Map<number, number>();
  for (let at = 0; at < asked.size; at += 1) {
    const place = rankPlace(query, asked, at);
    if (place === undefined) offerBorn(at);
    else if (place < whereSaid) offerNamed(sought, at, place);
    else placed.set(at, place);
  }
  if (best.isFull()) return;
  for (const [at, place] of placed) {
    if (isWhereSaid(query.words, asked, at, folk)) offerNamed(sought, at, place);
    else offerBorn(at);
  }
}

function offerNamed({ folk, query, asked, best }: Sought, at: number, place: number): void {
  // The costly questions are put only to who would be shown.
  const least = rankName(query, place, 0);
  const person = best.takes(least, asked.order(at)) ? folk.book.find(personKind, asked.id(at)) : undefined;
  if (person === undefined) {
    best.pass(asked.isGone(at) ? 0 : 1);
    return;
  }
  const rank = rankName(query, place, spellingOf(query, asked.fullName(at))) + awayRank(person, folk);
  best.offer(rank, asked.key(at), person, asked.order(at));
}

/** Who was born in a year, found without making anybody. */
function bornIn(folk: Folk, year: string | undefined): ReadonlySet<string> | undefined {
  if (year === undefined) return undefined;
  const found = new Set<string>();
  for (const [id, date] of folk.book.values(personKind, 'birthDate')) if (String(date).startsWith(year)) found.add(id);
  return found;
}

/** A year of birth, and at most the village or the household beside it. */
function offerYear(folk: Folk, query: SearchQuery, asked: NameQuery, at: number, best: BestRows<Held>): void {
  const person = folk.book.find(personKind, asked.id(at));
  if (person !== undefined && query.words.every((word) => isPlaced(folk, person, word)))
    best.offer(yearOnly + awayRank(person, folk), asked.key(at), person);
}

/** Whether a word says where somebody lives, or when she was born. */
function isPlaced(folk: Folk, person: Held, word: QueryWord): boolean {
  if (word.isYear && textOf(person.fields, 'birthDate').startsWith(word.folded)) return true;
  const household = folk.householdOf(person);
  return household !== undefined && pointsTo(word, household);
}

/** Whether the words that are none of the name's say where this person lives. */
function isWhereSaid(words: SearchQuery['words'], asked: NameQuery, at: number, folk: Folk): boolean {
  const person = folk.book.find(personKind, asked.id(at));
  if (person === undefined) return false;
  return words.every((word, place) => asked.rank(at, place) !== notInName || isPlaced(folk, person, word));
}

/**
 * Where in a name the query stands: lower is better, `undefined` where it does not fit. At least one word must begin
 * one of the name's; from `whereSaid` on, the others may point to the person's household. Asked of everybody at every key.
 */
function rankPlace({ words, wholeName }: SearchQuery, asked: NameQuery, at: number): number | undefined {
  let best = notInName;
  let isWhole = true;
  for (let place = 0; place < words.length; place += 1) {
    const rank = asked.rank(at, place);
    if (rank < best) best = rank;
    if (rank !== notInName) continue;
    if (!mayPoint(words[place])) return undefined;
    isWhole = false;
  }
  if (best === notInName) return undefined;
  if (!isWhole) return whereSaid + best;
  return words.length > 1 && asked.key(at).startsWith(wholeName) ? 0 : best;
}

function rankHousehold(query: SearchQuery, household: Glance): number | undefined {
  if (!query.words.every((word) => pointsTo(word, household))) return undefined;
  const number = textOf(household.fields, 'number');
  return query.words.some((word) => word.isFormer || word.folded === number) ? 0 : villageOnly;
}

/** Fields by whose whole value, beginning or end somebody is found. */
const numberFields = ['phone', 'insuranceNo', 'nationalId'];

function offerNumbers(folk: Folk, number: string, best: BestRows<Held>): void {
  for (const kind of [personKind, householdKind]) {
    for (const record of folk.book.all(kind)) {
      const rank = rankNumber(number, record);
      if (rank === undefined) continue;
      best.offer(rank + (kind === personKind ? awayRank(record, folk) : 0), record.nameKey, record);
    }
  }
}

/** 0 a whole number, 1 its beginning or end: the ten last places of a card are its holder's number. */
function rankNumber(number: string, { fields }: Held): number | undefined {
  let best: number | undefined;
  for (const field of numberFields) {
    const text = textOf(fields, field);
    if (text === '') continue;
    const value = withoutCountry(text.replace(/[\s.-]/g, ''));
    if (value === number) return 0;
    if (value.startsWith(number) || value.endsWith(number)) best = 1;
  }
  return best;
}

function awayRank(person: Held, folk: Folk): number {
  const { status } = folk.book.closing(person);
  return status === 'dead' || status === 'left' ? away : 0;
}
