import { closingState } from '../domain/book/timeline.ts';
import type { SearchAnswer } from './answers.ts';
import { keepBest } from './best-rows.ts';
import type { Folk } from './folk.ts';
import { type Held, householdKind, personKind, textOf } from './held.ts';
import { pointsTo, rankName, readQuery, type SearchQuery, touchesName } from './search-query.ts';

/** Who left or died is still found, after everybody who lives here. */
const away = 100;
/** A household found by its village alone stands after all names. */
const villageOnly = 200;

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
  for (const person of folk.book.all(personKind)) {
    const rank = rankPerson(query, person, folk);
    if (rank !== undefined) best.offer(rank, person.nameKey, person);
  }
  const rows = best.rows().map((row) => (row.kind === householdKind ? folk.householdRow(row) : folk.personRow(row)));
  return { rows, total: best.total() };
}

function rankHousehold(query: SearchQuery, household: Held): number | undefined {
  const number = textOf(household.fields, 'number');
  if (!query.words.every((word) => pointsTo(word, number, household.place))) return undefined;
  return query.words.some((word) => word.folded === number) ? 0 : villageOnly;
}

function rankPerson(query: SearchQuery, person: Held, folk: Folk): number | undefined {
  if (!touchesName(query, person.nameKey)) return undefined;
  const rank = rankName(query, person.nameKey, textOf(person.fields, 'fullName'), (word) => {
    const household = folk.householdOf(person);
    return household !== undefined && pointsTo(word, textOf(household.fields, 'number'), household.place);
  });
  if (rank === undefined) return undefined;
  const state = closingState(folk.book.timeline(person));
  return state.status === 'dead' || state.status === 'left' ? rank + away : rank;
}
