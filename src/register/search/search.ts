import type { SearchAnswer } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';
import { type BestRows, keepBest } from './best-rows.ts';
import {
  pointsTo,
  type QueryWord,
  rankName,
  rankPlace,
  readQuery,
  type SearchQuery,
  spellingOf,
  withoutCountry,
} from './search-query.ts';

/** Who left or died is still found, after everybody who lives here. */
const away = 100;
/** Born in that year: after whoever's name fits, and households of that number. */
const yearOnly = 50;
/** A household found by its village alone stands after all names. */
const villageOnly = 200;
const hopeless = 1000;

/**
 * Households by number and village, people by the beginnings of their names' words; accents and case do not matter,
 * exact spelling and the given name rank first. `total` counts all that fit.
 */
export function search(folk: Folk, text: string, limit: number): SearchAnswer {
  const query = readQuery(text, folk.places);
  if (query.words.length === 0) return { rows: [], total: 0 };
  const best = keepBest<Held>(limit);
  if (query.longNumber !== '') offerNumbers(folk, query.longNumber, best);
  for (const household of folk.book.all(householdKind)) {
    const rank = rankHousehold(query, household);
    if (rank !== undefined) best.offer(rank, folk.paperKey(household), household);
  }
  const isPlaced = (person: Held, word: QueryWord) => {
    const household = folk.householdOf(person);
    if (word.isYear && textOf(person.fields, 'birthDate').startsWith(word.folded)) return true;
    return household !== undefined && pointsTo(word, household);
  };
  const isYearAlone = query.words.some(({ isYear }) => isYear);
  for (const person of folk.book.all(personKind)) {
    const place = rankPlace(query, person, isPlaced);
    if (place === undefined) {
      if (isYearAlone && isBornThen(query, person, isPlaced))
        best.offer(yearOnly + awayRank(person, folk), person.nameKey, person);
      continue;
    }
    // The costly questions are put only to who would be shown.
    const isHopeless = !best.takes(rankName(query, place, 0));
    const rank = isHopeless ? hopeless : rankName(query, place, spellingOf(query, person)) + awayRank(person, folk);
    best.offer(rank, person.nameKey, person);
  }
  const rows = best.rows().map((row) => (row.kind === householdKind ? folk.householdRow(row) : folk.personRow(row)));
  return { rows, total: best.total() };
}

function rankHousehold(query: SearchQuery, household: Held): number | undefined {
  if (!query.words.every((word) => pointsTo(word, household))) return undefined;
  const number = textOf(household.fields, 'number');
  return query.words.some((word) => word.isFormer || word.folded === number) ? 0 : villageOnly;
}

/** A year of birth, and at most the village or the household beside it. */
function isBornThen(query: SearchQuery, person: Held, isPlaced: (person: Held, word: QueryWord) => boolean): boolean {
  const year = query.words.find(({ isYear }) => isYear);
  if (year === undefined || !textOf(person.fields, 'birthDate').startsWith(year.folded)) return false;
  return query.words.every((word) => word === year || isPlaced(person, word));
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
