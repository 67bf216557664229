import { type FieldColumn, positionOf } from '../../sync/records/page-columns.ts';
import { createRowNumbers, type RowNumbers } from '../../sync/records/row-numbers.ts';
import type { HeldColumn } from '../held.ts';
import { createIdTexts } from '../shelf/id-texts.ts';
import { createNumberRow, type NumberList } from '../shelf/number-list.ts';
import { createNameWords, none, whole } from './name-words.ts';

/** The words of everybody's name as numbers, so that 60,000 people are looked through at every key. */
export interface NameIndex {
  /** Whether everybody is in it. */
  isFilled(): boolean;
  /** With everybody's names, page by page. */
  fill(people: Iterable<HeldColumn>): void;
  /** A name that is new, changed, or (with `undefined`) shown no more. */
  put(id: string, fullName: string | undefined): void;
  /** Makes a query's words ready for all who are in it now. */
  ask(words: readonly string[]): NameQuery;
}

export interface NameQuery {
  readonly size: number;
  id(at: number): string;
  /** Where nobody stands any more. */
  readonly gone: Iterable<number>;
  fullName(at: number): string;
  /** The name's key: folded, given name first. */
  key(at: number): string;
  /** Of each name a number: they stand in the order of the keys, but may be equal where keys are not. */
  readonly orders: Float64Array;
  /**
   * Of each word of the query, where it stands in each name: 1 the whole given name, 2 its beginning, 3 another whole
   * word, 4 the beginning of one, 5 nowhere.
   */
  readonly ranks: readonly Uint8Array[];
}

export const notInName = 5;

export function createNameIndex(): NameIndex {
  /** Ids of people by number; nothing of the pages they came from is kept. */
  const ids = createIdTexts();
  /** Numbers of each name's words, given name first; those of the nth person begin at `starts[n]`. */
  const words = createNumberRow();
  const starts = createNumberRow();
  starts.push(0);
  const known = createNameWords();
  /** Names whose words do not say how they are written. */
  const asWritten = new Map<number, string>();
  /** Numbers of those who are shown no more. */
  const gone = new Set<number>();
  /** Made when a first name changes. */
  let places: RowNumbers | undefined;
  let isWhole = false;

  const add = (at: number, unusual: string | undefined): void => {
    starts.push(words.length());
    if (unusual !== undefined) asWritten.set(at, unusual);
  };
  const fillFrom = ({ ids: own, column, isShown }: HeldColumn): void => {
    // Most have three words or more.
    words.expect(3 * column.length);
    starts.expect(column.length);
    const [push, read] = [ids.pushFrom(own), known.readerOf(column)];
    for (let index = 0; index < column.length; index += 1) {
      const position = positionOf(column, index);
      if (!isShown(position) || isNameless(column, index)) continue;
      add(push(position), read(index, words));
    }
  };
  const wordsOf = (at: number): readonly number[] => {
    const from = starts.numbers();
    return Array.from(words.numbers().subarray(from[at], from[at + 1]));
  };
  const fullNameOf = (at: number): string => {
    const [given = 0, ...others] = wordsOf(at);
    return asWritten.get(at) ?? [...others, given].map(known.text).join(' ');
  };
  const placeOf = (id: string): number | undefined => {
    if (places === undefined) {
      places = createRowNumbers();
      ids.fill(places);
    }
    const at = places.get(id);
    return at === undefined || gone.has(at) ? undefined : at;
  };

  let ordered: { readonly people: number; readonly words: number; readonly order: Float64Array } | undefined;
  const orderNow = (): Float64Array => {
    const [people, size] = [ids.length(), known.size()];
    if (ordered?.people !== people || ordered.words !== size)
      ordered = { people, words: size, order: orderAll(known.places(), words.numbers(), starts.numbers()) };
    return ordered.order;
  };

  /** Of the words that were asked for last: of a query that grows by a key, all but one are the same. */
  let ranked:
    | { readonly people: number; readonly words: number; readonly of: ReadonlyMap<string, Uint8Array> }
    | undefined;
  const ranksOf = (asked: readonly string[]): readonly Uint8Array[] => {
    const [people, size] = [ids.length(), known.size()];
    const before = ranked?.people === people && ranked.words === size ? ranked.of : undefined;
    const ranks = asked.map(
      (word) => before?.get(word) ?? rankAll(known.fits(word), words.numbers(), starts.numbers()),
    );
    ranked = { people, words: size, of: new Map(asked.map((word, at) => [word, ranks[at] ?? new Uint8Array()])) };
    return ranks;
  };

  return {
    isFilled: () => isWhole,
    fill(people) {
      for (const held of people) fillFrom(held);
      places = undefined;
      isWhole = true;
    },
    put(id, fullName) {
      if (!isWhole) return;
      const at = placeOf(id);
      if (at !== undefined && fullNameOf(at) === fullName) return;
      // The old place stays empty: nobody stands there.
      if (at !== undefined) gone.add(at);
      if (fullName === undefined) return;
      places?.put(id, ids.length());
      add(ids.push(id), known.read(fullName, words));
    },
    ask: (asked) => ({
      size: ids.length(),
      id: ids.at,
      gone,
      fullName: fullNameOf,
      key: (at) => wordsOf(at).map(known.folded).join(' '),
      orders: orderNow(),
      ranks: ranksOf(asked),
    }),
  };
}

/** Only where names do not stand as words. */
function isNameless(column: FieldColumn, index: number): boolean {
  return column.worded === undefined && column.value(index) === null;
}

/* Plain loops over everybody: they run at every key. */

function rankAll(fit: Uint8Array, words: NumberList, starts: NumberList): Uint8Array {
  const ranks = new Uint8Array(starts.length - 1).fill(notInName);
  let end = starts[0];
  for (let person = 0; person < ranks.length; person += 1) {
    const from = end ?? 0;
    end = starts[person + 1] ?? from;
    for (let at = from; at < end; at += 1) {
      const how = fit[words[at] ?? 0] ?? none;
      if (how === none) continue;
      ranks[person] = rankOf(at === from, how);
      break;
    }
  }
  return ranks;
}

function rankOf(isGiven: boolean, how: number): number {
  return (isGiven ? 1 : 3) + (how === whole ? 0 : 1);
}

/** @param places of each word among all in their order, from 1 */
function orderAll(places: Uint32Array, words: NumberList, starts: NumberList): Float64Array {
  const order = new Float64Array(starts.length - 1);
  const base = places.length + 1;
  // As many words as a number holds exactly.
  const most = Math.floor(Math.log2(Number.MAX_SAFE_INTEGER) / Math.log2(base + 1));
  for (let person = 0; person < order.length; person += 1) {
    const [from = 0, end = 0] = [starts[person], starts[person + 1]];
    let number = 0;
    for (let at = from; at < from + most; at += 1)
      number = number * base + (at < end ? (places[words[at] ?? 0] ?? 0) : 0);
    order[person] = number;
  }
  return order;
}
