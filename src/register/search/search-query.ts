import { exactKey, foldText, givenNameFirst, toneKey } from '../../domain/search-key.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { textOf } from '../held.ts';
import { namesArea } from '../numbering.ts';
import type { Places } from '../places.ts';

/** What somebody typed, made ready once for 60,000 comparisons. */
export interface SearchQuery {
  readonly words: readonly QueryWord[];
  /** The whole text folded, given name first: a full name beats its parts. */
  readonly wholeName: string;
  /** A phone, card or personal number, digits and letters only; empty where the text is none. */
  readonly longNumber: string;
  /** Typed with accents: then exact spelling matters more than where the word stands. */
  readonly hasAccents: boolean;
}

export interface QueryWord {
  readonly folded: string;
  /** " hoà", as typed. */
  readonly exact: string;
  /** The same whichever way the tone is placed. */
  readonly toned: string;
  readonly isNumber: boolean;
  /** "hộ cũ 42": the number that a household had before. */
  readonly isFormer: boolean;
  /** "1996": may be a year of birth. */
  readonly isYear: boolean;
  /** Villages that it may mean: a word of their names is it, or begins so. */
  readonly villages: ReadonlySet<string>;
}

/** "Hộ 42", "hộ số 42", "ho so 42": as the screens say it. Only the number tells the household. */
const householdWords = /(?:^|(?<= ))(?:h[oộ] (?:s[oố] )?|s[oố] )(\d)/g;
/** "Hộ cũ 42", "hộ số cũ 42", "số cũ 42": a mark is left before the number. */
const formerWords = /(?:^|(?<= ))(?:h[oộ] )?(?:s[oố] )?c[uũ] (\d)/g;
const formerMark = '~';

/** What people type between words, and no name or number holds. */
const pauses = /[,;:!?()"“”–]|\.(?= |$)/g;

export function readQuery(typed: string, places: Places): SearchQuery {
  const text = typed.replace(pauses, ' ');
  const folded = withoutHouseholdWords(foldText(text));
  const exact = withoutHouseholdWords(exactKey(text));
  const exactWords = exact.split(' ');
  const words = folded.split(' ').filter((word) => word !== '');
  return {
    longNumber: longNumberIn(folded),
    words: words.map((said, index) => readWord(said, exactWords[index] ?? said, places)),
    wholeName: givenNameFirst(text),
    hasAccents: exact !== folded,
  };
}

function withoutHouseholdWords(text: string): string {
  return text.replace(formerWords, `${formerMark}$1`).replace(householdWords, '$1');
}

function readWord(said: string, exact: string, places: Places): QueryWord {
  const isFormer = said.startsWith(formerMark);
  const word = isFormer ? said.slice(formerMark.length) : said;
  return {
    folded: word,
    exact: ` ${exact}`,
    toned: ` ${toneKey(exact)}`,
    isNumber: /^\d+$/.test(word),
    isFormer,
    isYear: /^(?:19|20)\d\d$/.test(word),
    villages: villagesNamed(word, places),
  };
}

/** "0912 345 678", "+84912345678", "GD 4010123456789": six digits or more, and nothing else but two letters in front. */
function longNumberIn(folded: string): string {
  const text = folded.replace(/[\s.]/g, '');
  return /^(?:\+?\d|[a-z]{2}\d)\d{5,}$/.test(text) ? withoutCountry(text) : '';
}

/** As numbers are compared: "+84 912 345 678" is "0912345678". */
export function withoutCountry(number: string): string {
  return number.replace(/^\+84/, '0').toLowerCase();
}

/** So much of a village's word must be typed: one letter is the beginning of somebody's name. */
const leastTyped = 2;

/** What begins a word of every village ("th" of "Thôn") means none of them until all of it is typed. */
function villagesNamed(word: string, places: Places): ReadonlySet<string> {
  const all = places.villages();
  const named = all.map(({ id, name }) => ({ id, name: ` ${foldText(name)} ` }));
  const isWhole = named.some(({ name }) => name.includes(` ${word} `));
  const fits = named.filter(({ name }) => name.includes(word.length < leastTyped ? ` ${word} ` : ` ${word}`));
  const isOfAll = all.length > 1 && fits.length === all.length;
  return new Set(isOfAll && !isWhole ? [] : fits.map(({ id }) => id));
}

/** All that `pointsTo` reads. */
export const pointingFields = ['number', 'formerNumbers', 'area'];

/** Whether a word of the query says which household is meant. */
export function pointsTo(word: QueryWord, household: { readonly fields: Fields; readonly place: string }): boolean {
  if (word.isFormer) return hasFormerNumber(household.fields, word.folded);
  if (word.isNumber && word.folded === textOf(household.fields, 'number')) return true;
  return word.villages.has(household.place) || namesArea(household.fields, word.folded);
}

function hasFormerNumber({ formerNumbers }: Fields, number: string): boolean {
  // "42", or with the area it was numbered in: "42 Xã cũ A".
  const isIt = (former: Value): boolean => former === number || String(former).startsWith(`${number} `);
  return Array.isArray(formerNumbers) && formerNumbers.some(isIt);
}

/** The rank of a place and a spelling together: with accents typed, exact spelling comes before everything. */
export function rankName(query: SearchQuery, place: number, spelling: Spelling): number {
  if (!query.hasAccents) return place * 2 + (spelling === 0 ? 0 : 1);
  return spelling === 2 ? 16 + place * 2 : place * 2 + spelling;
}

/** Whether a word of the query may say where somebody lives. */
export function mayPoint(word: QueryWord | undefined): boolean {
  return word !== undefined && (word.isNumber || word.villages.size > 0);
}

/** 0 typed as it is written, accents and all; 1 with the tone on the other vowel ("Hòa", "Hoà"); 2 otherwise. */
export type Spelling = 0 | 1 | 2;

export function spellingOf(query: SearchQuery, fullName: string): Spelling {
  const name = ` ${fullName.toLowerCase()}`;
  if (query.words.every((word) => name.includes(word.exact))) return 0;
  if (!query.hasAccents) return 2;
  const toned = toneKey(name);
  return query.words.every((word) => toned.includes(word.toned)) ? 1 : 2;
}
