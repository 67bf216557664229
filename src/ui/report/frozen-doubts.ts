import type { FrozenDoubts } from '../../domain/figure/closing/closing.ts';
import { say, type Words } from '../../domain/words.ts';
import { language } from '../language.ts';
import { closingWords } from '../words/closing-words.ts';
import { spellNumber } from '../words/spell-number.ts';

interface DoubtLine {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/**
 * What is doubtful in a report; nothing of what is none.
 * @param kinds the catalogue's, in the order in which they are said
 */
export function doubtLines(
  kinds: readonly { readonly key: string; readonly label: Words }[],
  doubts: FrozenDoubts,
): readonly DoubtLine[] {
  const counts: { readonly [key: string]: number } = { ...doubts };
  return kinds
    .map(({ key, label }) => ({ key, label: say(label, language.value), count: counts[key] ?? 0 }))
    .filter(({ count }) => count > 0);
}

export function sayDoubt({ label, count }: DoubtLine): string {
  return closingWords.value.says(label, spellNumber(count, language.value));
}
