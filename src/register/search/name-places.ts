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

/**
 * At least one word must begin one of the name's; from `whereSaid` on, the others may point to the person's household; 0
 * is the whole name as it was typed.
 */
export function rankPlaces(query: SearchQuery, asked: NameQuery): NamePlaces {
  const places = new Uint8Array(asked.size).fill(notInName);
  for (const [number, ranks] of asked.ranks.entries()) {
    const missing = mayPoint(query.words[number]) ? whereSaid : nowhere;
    for (let at = 0; at < places.length; at += 1)
      places[at] = placeWith(places[at] ?? nowhere, ranks[at] ?? notInName, missing);
  }
  const counts = new Uint32Array(nowhere + 1);
  for (let at = 0; at < places.length; at += 1) {
    const place = settled(query, asked, at, places[at] ?? nowhere);
    places[at] = place;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { places, counts };
}

/** The place so far, and where one more word of the query stands in the same name. */
function placeWith(place: number, rank: number, missing: number): number {
  if (place === nowhere) return nowhere;
  const best = place % whereSaid;
  if (rank !== notInName) return rank < best ? place - best + rank : place;
  if (missing === nowhere) return nowhere;
  return place < whereSaid ? place + whereSaid : place;
}

function settled({ words, wholeName }: SearchQuery, asked: NameQuery, at: number, place: number): number {
  if (place % whereSaid === notInName || place === nowhere || asked.isGone(at)) return nowhere;
  if (words.length < 2 || place >= whereSaid) return place;
  // The whole name begins with the whole given name, which is typed last.
  const isGiven = asked.ranks[words.length - 1]?.[at] === 1;
  return isGiven && asked.key(at).startsWith(wholeName) ? 0 : place;
}

/** Those that stand so. */
export function* placedAt({ places, counts }: NamePlaces, place: number): Iterable<number> {
  if (counts[place] === 0) return;
  for (let at = places.indexOf(place); at !== -1; at = places.indexOf(place, at + 1)) yield at;
}
