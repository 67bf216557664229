import { foldText, givenNameFirst } from '../../domain/search-key.ts';
import type { Value } from '../../domain/value.ts';

/** The words of everybody's name as numbers, so that 60,000 people are looked through at every key. */
export interface NameIndex {
  /** Whether everybody is in it. */
  isFilled(): boolean;
  fill(people: Iterable<readonly [id: string, fullName: Value]>): void;
  /** A name that is new, changed, or (with `undefined`) shown no more. */
  put(id: string, fullName: string | undefined): void;
  /** Makes a query's words ready for all who are in it now. */
  ask(words: readonly string[]): NameQuery;
}

export interface NameQuery {
  readonly size: number;
  id(at: number): string;
  fullName(at: number): string;
  /** The name's key: folded, given name first. */
  key(at: number): string;
  /**
   * Where the nth word of the query stands in this name: 1 the whole given name, 2 its beginning, 3 another whole word,
   * 4 the beginning of one, 5 nowhere.
   */
  rank(at: number, word: number): number;
}

export const notInName = 5;
const [none, begins, whole] = [0, 1, 2];
/** Anything but single blanks between words makes the words of a name another matter. */
const unusual = /[^\S ]|-| {2}|^ | $/;

export function createNameIndex(): NameIndex {
  const ids: string[] = [];
  const names: string[] = [];
  /** Numbers of each name's words, given name first; those of the nth person begin at `starts[n]`. */
  const words: number[] = [];
  const starts: number[] = [0];
  const dictionary = createDictionary();
  /** Made when a first name changes. */
  let places: Map<string, number> | undefined;
  let isWhole = false;

  const add = (id: string, fullName: string): void => {
    ids.push(id);
    names.push(fullName);
    dictionary.read(fullName, words);
    starts.push(words.length);
  };
  const placeOf = (id: string): number | undefined => {
    places ??= new Map(ids.map((one, at) => [one, at]));
    return places.get(id);
  };

  return {
    isFilled: () => isWhole,
    fill(people) {
      for (const [id, fullName] of people) add(id, typeof fullName === 'string' ? fullName : '');
      isWhole = true;
    },
    put(id, fullName) {
      if (!isWhole) return;
      const at = placeOf(id);
      if (at !== undefined && names[at] === fullName) return;
      // The old place stays empty: no name begins there.
      if (at !== undefined) ids[at] = '';
      places?.delete(id);
      if (fullName === undefined) return;
      places?.set(id, ids.length);
      add(id, fullName);
    },
    ask(asked) {
      const fits = asked.map((word) => dictionary.fits(word));
      return {
        size: ids.length,
        id: (at) => ids[at] ?? '',
        fullName: (at) => names[at] ?? '',
        key: (at) =>
          words
            .slice(starts[at], starts[at + 1])
            .map(dictionary.folded)
            .join(' '),
        rank: (at, word) => rankIn(fits[word] ?? noFit, words, starts[at] ?? 0, starts[at + 1] ?? 0),
      };
    },
  };
}

const noFit = new Uint8Array();

function rankIn(fit: Uint8Array, words: readonly number[], from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const how = fit[words[at] ?? 0] ?? none;
    if (how !== none) return (at === from ? 1 : 3) + (how === whole ? 0 : 1);
  }
  return notInName;
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
  return {
    folded: (number: number): string => folded[number] ?? '',
    /** Appends the numbers of a name's words. */
    read(fullName: string, into: number[]): void {
      if (unusual.test(fullName)) {
        for (const key of givenNameFirst(fullName).split(' ')) into.push(numberOf(key));
        return;
      }
      const parts = fullName.split(' ');
      into.push(wordOf(parts.at(-1) ?? ''));
      for (let at = 0; at < parts.length - 1; at += 1) into.push(wordOf(parts[at] ?? ''));
    },
    fits(word: string): Uint8Array {
      return Uint8Array.from(folded, (key) =>
        key.startsWith(word) ? (key.length === word.length ? whole : begins) : none,
      );
    },
  };
}
