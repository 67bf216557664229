import { foldText, givenNameFirst } from '../../domain/search-key.ts';
import { createTable } from '../../sync/records/columns/table.ts';
import type { FieldColumn, WordedTexts } from '../../sync/records/page-columns.ts';
import type { NumberRow } from '../shelf/number-list.ts';

/**
 * The words of names as numbers: sixty thousand people share a few thousand, and each is folded, and compared with what
 * is typed, once.
 */
export interface NameWords {
  /** Appends the numbers of a name's words, given name first. @returns the name, where these do not say how it is written */
  read(fullName: string, into: NumberRow): string | undefined;
  /** The same for the nth name of a column; where that is words by number, each word is looked up once a page. */
  readerOf(column: FieldColumn): (index: number, into: NumberRow) => string | undefined;
  /** As it is written, and folded. */
  text(word: number): string;
  folded(word: number): string;
  /** Of each word by its number: how it fits one that is typed, folded. */
  fits(typed: string): Uint8Array;
  /** Of each word by its number: its place among all in the order of their keys, from 1; who folds alike stands alike. */
  places(): Uint32Array;
  size(): number;
}

const begins = 1;
export const [none, whole] = [0, 2];

/** Anything but single blanks between words, and hyphens. */
const unusual = /[^\S ]|-| {2}|^ | $/;

export function createNameWords(): NameWords {
  const words = createTable<string>();
  const keys = createTable<string>();
  /** Of each word the number of its key. */
  const keyOf: number[] = [];

  const numberOf = (word: string): number => {
    const number = words.numberOf(word);
    if (number === keyOf.length) keyOf.push(keys.numberOf(foldText(word)));
    return number;
  };
  const read: NameWords['read'] = (fullName, into) => {
    const isUsual = !unusual.test(fullName);
    const given = isUsual ? givenFirst(fullName.split(' ')) : givenNameFirst(fullName).split(' ');
    for (const word of given) into.push(numberOf(word));
    return isUsual ? undefined : fullName;
  };
  return {
    read,
    readerOf({ worded, value }) {
      if (worded === undefined) return (index, into) => read(String(value(index)), into);
      const known = worded.table.map((word) => (unusual.test(word) ? -1 : numberOf(word)));
      const readUsual = usualReader(worded, known);
      if (!known.includes(-1)) return readUsual;
      return (index, into) => {
        const fullName = String(value(index));
        return unusual.test(fullName) ? read(fullName, into) : readUsual(index, into);
      };
    },
    text: (word) => words.things[word] ?? '',
    folded: (word) => keys.things[keyOf[word] ?? 0] ?? '',
    fits(typed) {
      const ofKeys = keys.things.map((key) =>
        key.startsWith(typed) ? (key.length === typed.length ? whole : begins) : none,
      );
      return Uint8Array.from(keyOf, (key) => ofKeys[key] ?? none);
    },
    places() {
      const ofKeys = new Uint32Array(keys.things.length);
      const sorted = keys.things.map((key, number) => ({ key, number })).sort((a, b) => (a.key < b.key ? -1 : 1));
      for (const [at, { number }] of sorted.entries()) ofKeys[number] = at + 1;
      return Uint32Array.from(keyOf, (key) => ofKeys[key] ?? 0);
    },
    size: () => words.things.length,
  };
}

function givenFirst(words: readonly string[]): readonly string[] {
  return [words.at(-1) ?? '', ...words.slice(0, -1)];
}

/** @param known number of each word of the table */
function usualReader({ words, starts }: WordedTexts, known: readonly number[]) {
  return (index: number, into: NumberRow): undefined => {
    const [from, last] = [starts[index] ?? 0, (starts[index + 1] ?? 0) - 1];
    into.push(known[words[last] ?? 0] ?? 0);
    for (let at = from; at < last; at += 1) into.push(known[words[at] ?? 0] ?? 0);
  };
}
