import { foldText, givenNameFirst } from '../../domain/search-key.ts';
import { type FieldColumn, positionOf, type WordedTexts } from '../../sync/records/page-columns.ts';
import type { HeldColumn } from '../held.ts';

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
  /** Nobody stands there any more. */
  isGone(at: number): boolean;
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
const [none, begins, whole] = [0, 1, 2];
/** Not in a page · shown no more. */
const [ownColumn, gone] = [-1, -2];
/** Anything but single blanks between words makes the words of a name another matter. */
const unusual = /[^\S ]|-| {2}|^ | $/;

export function createNameIndex(): NameIndex {
  const columns: HeldColumn[] = [];
  /** Of the nth person: column, and place of its value; those that came later stand in `own`. */
  const columnOf: number[] = [];
  const indexOf: number[] = [];
  const own: { readonly id: string; readonly fullName: string }[] = [];
  /** Numbers of each name's words, given name first; those of the nth person begin at `starts[n]`. */
  const words = growingNumbers();
  const starts = growingNumbers();
  starts.push(0);
  const dictionary = createDictionary();
  /** Made when a first name changes. */
  let places: Map<string, number> | undefined;
  let isWhole = false;

  const add = (column: number, index: number): void => {
    columnOf.push(column);
    indexOf.push(index);
    starts.push(words.length());
  };
  const addOwn = (id: string, fullName: string): void => {
    dictionary.read(fullName, words);
    add(ownColumn, own.push({ id, fullName }) - 1);
  };
  const fillFrom = (held: HeldColumn): void => {
    const { column, isShown } = held;
    const number = columns.push(held) - 1;
    const read = dictionary.readerOf(column);
    for (let index = 0; index < column.length; index += 1) {
      if (!isShown(positionOf(column, index)) || isNameless(column, index)) continue;
      read(index, words);
      add(number, index);
    }
  };
  const idOf = (at: number): string => {
    const [column = gone, index = 0] = [columnOf[at], indexOf[at]];
    if (column === ownColumn) return own[index]?.id ?? '';
    const held = columns[column];
    return held?.ids.at(positionOf(held.column, index)) ?? '';
  };
  const fullNameOf = (at: number): string => {
    const [column = gone, index = 0] = [columnOf[at], indexOf[at]];
    if (column === ownColumn) return own[index]?.fullName ?? '';
    const name = columns[column]?.column.value(index);
    return typeof name === 'string' ? name : '';
  };
  const placeOf = (id: string): number | undefined => {
    places ??= new Map(columnOf.map((_, at) => [idOf(at), at]));
    return places.get(id);
  };

  let ordered: { readonly people: number; readonly words: number; readonly order: Float64Array } | undefined;
  const orderNow = (): Float64Array => {
    const [people, known] = [columnOf.length, dictionary.size()];
    if (ordered?.people !== people || ordered.words !== known)
      ordered = { people, words: known, order: orderAll(dictionary.places(), words.numbers(), starts.numbers()) };
    return ordered.order;
  };

  /** Of the words that were asked for last: of a query that grows by a key, all but one are the same. */
  let ranked:
    | { readonly people: number; readonly words: number; readonly of: ReadonlyMap<string, Uint8Array> }
    | undefined;
  const ranksOf = (asked: readonly string[]): readonly Uint8Array[] => {
    const [people, known] = [columnOf.length, dictionary.size()];
    const before = ranked?.people === people && ranked.words === known ? ranked.of : undefined;
    const ranks = asked.map(
      (word) => before?.get(word) ?? rankAll(dictionary.fits(word), words.numbers(), starts.numbers()),
    );
    ranked = { people, words: known, of: new Map(asked.map((word, at) => [word, ranks[at] ?? new Uint8Array()])) };
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
      if (at !== undefined) columnOf[at] = gone;
      places?.delete(id);
      if (fullName === undefined) return;
      places?.set(id, columnOf.length);
      addOwn(id, fullName);
    },
    ask(asked) {
      const [of, from] = [words.numbers(), starts.numbers()];
      return {
        size: columnOf.length,
        id: idOf,
        isGone: (at) => columnOf[at] === gone,
        fullName: fullNameOf,
        key: (at) => Array.from(of.subarray(from[at], from[at + 1]), dictionary.folded).join(' '),
        orders: orderNow(),
        ranks: ranksOf(asked),
      };
    },
  };
}

/** Only where names do not stand as words. */
function isNameless(column: FieldColumn, index: number): boolean {
  return column.worded === undefined && column.value(index) === null;
}

/* Plain loops over everybody: they run at every key. */

function rankAll(fit: Uint8Array, words: Uint32Array, starts: Uint32Array): Uint8Array {
  const ranks = new Uint8Array(starts.length - 1).fill(notInName);
  for (let person = 0; person < ranks.length; person += 1) {
    const [from = 0, end = 0] = [starts[person], starts[person + 1]];
    for (let at = from; at < end; at += 1) {
      const how = fit[words[at] ?? 0] ?? none;
      if (how === none) continue;
      ranks[person] = (at === from ? 1 : 3) + (how === whole ? 0 : 1);
      break;
    }
  }
  return ranks;
}

/** @param places of each word among all in their order, from 1 */
function orderAll(places: Uint32Array, words: Uint32Array, starts: Uint32Array): Float64Array {
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

interface GrowingNumbers {
  push(number: number): void;
  length(): number;
  /** Those that are there now. */
  numbers(): Uint32Array;
}

function growingNumbers(): GrowingNumbers {
  let room = new Uint32Array(1024);
  let used = 0;
  return {
    push(number) {
      if (used === room.length) {
        const larger = new Uint32Array(used * 2);
        larger.set(room);
        room = larger;
      }
      room[used] = number;
      used += 1;
    },
    length: () => used,
    numbers: () => room.subarray(0, used),
  };
}

/** @param known number of each word of the table */
function usualReader({ words, starts }: WordedTexts, known: readonly number[]) {
  return (index: number, into: GrowingNumbers): void => {
    const [from, last] = [starts[index] ?? 0, (starts[index + 1] ?? 0) - 1];
    into.push(known[words[last] ?? 0] ?? 0);
    for (let at = from; at < last; at += 1) into.push(known[words[at] ?? 0] ?? 0);
  };
}

/** Sixty thousand people share a few thousand words: each is folded, and compared with what is typed, once. */
function createDictionary() {
  const numbers = new Map<string, number>();
  const folded: string[] = [];
  const foldedNumbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = foldedNumbers.get(key);
    if (known !== undefined) return known;
    foldedNumbers.set(key, folded.length);
    return folded.push(key) - 1;
  };
  const wordOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = numberOf(foldText(word));
    numbers.set(word, number);
    return number;
  };
  /** Appends the numbers of a name's words. */
  const read = (fullName: string, into: GrowingNumbers): void => {
    if (unusual.test(fullName)) {
      for (const key of givenNameFirst(fullName).split(' ')) into.push(numberOf(key));
      return;
    }
    const parts = fullName.split(' ');
    into.push(wordOf(parts.at(-1) ?? ''));
    for (let at = 0; at < parts.length - 1; at += 1) into.push(wordOf(parts[at] ?? ''));
  };
  /** Reads the nth name of a column; where it is words by number, each word is folded once a page. */
  const readerOf = (column: FieldColumn): ((index: number, into: GrowingNumbers) => void) => {
    const { worded } = column;
    if (worded === undefined) return (index, into) => read(String(column.value(index)), into);
    const known = worded.table.map((word) => (unusual.test(word) ? -1 : wordOf(word)));
    const readUsual = usualReader(worded, known);
    if (!known.includes(-1)) return readUsual;
    return (index, into) => {
      const fullName = String(column.value(index));
      if (unusual.test(fullName)) read(fullName, into);
      else readUsual(index, into);
    };
  };
  return {
    folded: (number: number): string => folded[number] ?? '',
    size: (): number => folded.length,
    /** Of each word among all in their order, from 1. */
    places(): Uint32Array {
      const places = new Uint32Array(folded.length);
      const sorted = folded.map((key, number) => ({ key, number })).sort((a, b) => (a.key < b.key ? -1 : 1));
      for (const [at, { number }] of sorted.entries()) places[number] = at + 1;
      return places;
    },
    read,
    readerOf,
    fits(word: string): Uint8Array {
      return Uint8Array.from(folded, (key) =>
        key.startsWith(word) ? (key.length === word.length ? whole : begins) : none,
      );
    },
  };
}
