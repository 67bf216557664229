import { exactKey, foldText, givenNameFirst } from '../domain/search-key.ts';
import type { Places } from './places.ts';

/** What somebody typed, made ready once for 60,000 comparisons. */
export interface SearchQuery {
  readonly words: readonly QueryWord[];
  /** The whole text folded, given name first: a full name beats its parts. */
  readonly wholeName: string;
  /** Typed with accents: then exact spelling matters more than where the word stands. */
  readonly hasAccents: boolean;
}

interface QueryWord {
  readonly folded: string;
  /** " hoa": found at the start of a later word. */
  readonly inside: string;
  /** " hoà", as typed. */
  readonly exact: string;
  readonly isNumber: boolean;
  /** Villages in whose name a word begins so. */
  readonly villages: ReadonlySet<string>;
}

export function readQuery(text: string, places: Places): SearchQuery {
  const folded = foldText(text);
  const exact = exactKey(text);
  const exactWords = exact.split(' ');
  const words = folded.split(' ').filter((word) => word !== '');
  return {
    words: words.map((word, index) => ({
      folded: word,
      inside: ` ${word}`,
      exact: ` ${exactWords[index] ?? word}`,
      isNumber: /^\d+$/.test(word),
      villages: villagesNamed(word, places),
    })),
    wholeName: givenNameFirst(text),
    hasAccents: exact !== folded,
  };
}

function villagesNamed(word: string, places: Places): ReadonlySet<string> {
  const fits = places.villages().filter(({ name }) => ` ${foldText(name)}`.includes(` ${word}`));
  return new Set(fits.map(({ id }) => id));
}

/** Whether a word of the query says which household is meant. */
export function pointsTo(word: QueryWord, householdNumber: string, place: string): boolean {
  return (word.isNumber && word.folded === householdNumber) || word.villages.has(place);
}

/** Whether any word of the query begins a word of the name: asked of everybody, so it makes nothing. */
export function touchesName(query: SearchQuery, nameKey: string): boolean {
  for (const word of query.words) if (nameKey.startsWith(word.folded) || nameKey.includes(word.inside)) return true;
  return false;
}

/**
 * How well a name fits: lower is better, `undefined` where it does not. `isPlaced` tells whether a word that is not in
 * the name points to the person's household.
 */
export function rankName(
  query: SearchQuery,
  nameKey: string,
  fullName: string,
  isPlaced: (word: QueryWord) => boolean,
): number | undefined {
  const ranks = query.words.map((word) => rankWord(word, nameKey));
  if (!query.words.every((word, index) => ranks[index] !== notInName || isPlaced(word))) return undefined;
  const spelled = ` ${fullName.toLowerCase()}`;
  const isExact = query.words.every((word) => spelled.includes(word.exact));
  const isWhole = query.words.length > 1 && nameKey.startsWith(query.wholeName);
  const where = isWhole ? 0 : Math.min(...ranks);
  return query.hasAccents ? (isExact ? 0 : 8) + where : where * 2 + (isExact ? 0 : 1);
}

const notInName = 5;

/** 1 the whole given name, 2 its beginning, 3 another whole word, 4 the beginning of one. */
function rankWord(word: QueryWord, nameKey: string): number {
  if (nameKey.startsWith(word.folded)) return endsAt(nameKey, word.folded.length) ? 1 : 2;
  const at = nameKey.indexOf(word.inside);
  if (at === -1) return notInName;
  return endsAt(nameKey, at + word.inside.length) ? 3 : 4;
}

function endsAt(text: string, index: number): boolean {
  return index === text.length || text[index] === ' ';
}
