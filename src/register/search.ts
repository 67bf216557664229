import { closingState } from '../domain/book/timeline.ts';
import type { SearchAnswer } from './answers.ts';
import { keepBest } from './best-rows.ts';
import type { Folk } from './folk.ts';
import { type Held, householdKind, personKind, textOf } from './held.ts';
import {
  pointsTo,
  type QueryWord,
  rankName,
  rankPlace,
  readQuery,
  type SearchQuery,
  spellingOf,
} from './search-query.ts';

/** Who left or died is still found, after everybody who lives here. */
const away = 100;
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
  for (const household of folk.book.all(householdKind)) {
    const rank = rankHousehold(query, household);
    if (rank !== undefined) best.offer(rank, folk.paperKey(household), household);
  }
  const isPlaced = (person: Held, word: QueryWord) => {
    const household = folk.householdOf(person);
    return household !== undefined && pointsTo(word, textOf(household.fields, 'number'), household.place);
  };
  for (const person of folk.book.all(personKind)) {
    const place = rankPlace(query, person, isPlaced);
    if (place === undefined) continue;
    // The costly questions are put only to who would be shown.
    const isHopeless = !best.takes(rankName(query, place, 0));
    const rank = isHopeless ? hopeless : rankName(query, place, spellingOf(query, person)) + awayRank(person, folk);
    best.offer(rank, person.nameKey, person);
  }
  const rows = best.rows().map((row) => (row.kind === householdKind ? folk.householdRow(row) : folk.personRow(row)));
  return { rows, total: best.total() };
}

function rankHousehold(query: SearchQuery, household: Held): number | undefined {
  const number = textOf(household.fields, 'number');
  if (!query.words.every((word) => pointsTo(word, number, household.place))) return undefined;
  return query.words.some((word) => word.folded === number) ? 0 : villageOnly;
}

function awayRank(person: Held, folk: Folk): number {
  const { status } = closingState(folk.book.timeline(person));
  return status === 'dead' || status === 'left' ? away : 0;
}
