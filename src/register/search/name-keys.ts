import { foldText, givenNameFirst } from '../../domain/search-key.ts';
import { type Held, textOf } from '../held.ts';

/** Anything but single blanks between words makes the words of a name another matter. */
const unusual = /[^\S ]|-| {2}|^ | $/;

/**
 * The key of each name, as `givenNameFirst` makes it. Sixty thousand people share a few thousand words: each word is
 * folded once.
 */
export function createNameKeys(): (fullName: string) => string {
  const folded = new Map<string, string>();
  const fold = (word: string): string => {
    const known = folded.get(word) ?? foldText(word);
    folded.set(word, known);
    return known;
  };
  return (fullName) => {
    if (unusual.test(fullName)) return givenNameFirst(fullName);
    const words = fullName.split(' ').map(fold);
    const given = words.pop() ?? '';
    return words.length === 0 ? given : `${given} ${words.join(' ')}`;
  };
}

const keyOf = createNameKeys();

/** A person's name folded, given name first: found and sorted by it. Empty for other kinds. */
export function nameKeyOf({ fields }: Held): string {
  const name = textOf(fields, 'fullName');
  return name === '' ? '' : keyOf(name);
}
