import { type NameQuery, notInName } from './name-index.ts';
import { mayPoint, type SearchQuery } from './search-query.ts';

/* Where in each name a query stands. Plain loops over everybody: they run at every key. */

/** Some words say where she lives: after whoever has all of them in her name. */
export const whereSaid = 20;
/** In no name; and of who stands here no more. */
export const nowhere = 255;

/** Of each name where the query stands, lower is better; and in how many names it stands so. */
export interface NamePlaces {
  readonly places: Uint8Array;
  readonly counts: Uint32Array;
}

/** One more than the greatest rank of a word in a name. */
const ranked = notInName + 1;

/**
 * Where a name stands with one word more, worked out once for every place and rank: `steps[place * ranked + rank]`.
 * @param missing where it stands when that word is not in it
 */
function stepsWith(missing: number): Uint8Array {
  return Uint8Array.from({ length: (nowhere + 1) * ranked }, (_, at) =>
    placeWith(Math.floor(at / ranked), at % ranked, missing),
  );
}

const [mayBeSaid, mustBeNamed] = [stepsWith(whereSaid), stepsWith(nowhere)];
/** Where a name stands once all words are looked at: one must have begun one of its own. */
const settledAt = Uint8Array.from({ length: nowhere + 1 }, (_, place) =>
  place % whereSaid === notInName ? nowhere : place,
);

/**
 * At least one word must begin one of the name's; from `whereSaid` on, the others may point to the person's household; 0
 * is the whole name as it was typed.
 */
export function rankPlaces(query: SearchQuery, asked: NameQuery): NamePlaces {
  const places = new Uint8Array(asked.size).fill(notInName);
  for (const [number, ranks] of asked.ranks.entries()) {
    const steps = mayPoint(query.words[number]) ? mayBeSaid : mustBeNamed;
    for (let at = 0; at < places.length; at += 1)
      places[at] = steps[(places[at] ?? nowhere) * ranked + (ranks[at] ?? notInName)] ?? nowhere;
  }
  for (const at of asked.gone) places[at] = nowhere;
  return { places, counts: settle(places, query, asked) };
}

/** In place. @returns in how many names it stands at each place */
function settle(places: Uint8Array, { words, wholeName }: SearchQuery, asked: NameQuery): Uint32Array {
  const lastRanks = words.length < 2 ? undefined : asked.ranks[words.length - 1];
  const counts = new Uint32Array(nowhere + 1);
  for (let at = 0; at < places.length; at += 1) {
    let place = settledAt[places[at] ?? nowhere] ?? nowhere;
    // The whole name begins with the whole given name, which is typed last.
    if (place < whereSaid && lastRanks?.[at] === 1 && asked.key(at).startsWith(wholeName)) place = 0;
    places[at] = place;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** The place so far, and where one more word of the query stands in the same name. */
function placeWith(place: number, rank: number, missing: number): number {
  if (place === nowhere) return nowhere;
  const best = place % whereSaid;
  if (rank !== notInName) return rank < best ? place - best + rank : place;
  if (missing === nowhere) return nowhere;
  return place < whereSaid ? place + whereSaid : place;
}

/** Those that stand so. */
export function* placedAt({ places, counts }: NamePlaces, place: number): Iterable<number> {
  if (counts[place] === 0) return;
  for (let at = places.indexOf(place); at !== -1; at = places.indexOf(place, at + 1)) yield at;
}
