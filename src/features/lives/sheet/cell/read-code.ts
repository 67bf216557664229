import type { CodeList } from '../../../../domain/field.ts';
import { foldText } from '../../../../domain/search-key.ts';

/**
 * The code that is meant by what was typed in a cell: its printed number, or the beginning of one of its words without
 * accents ("nu" → female, "tam vang" → usual_absent). Where several fit, the one that begins so, then the first of the
 * list. Blank is `null`; `undefined` where none fits.
 */
export function readCode({ codes }: CodeList, text: string): string | null | undefined {
  const typed = foldText(text);
  if (typed === '') return null;
  const printed = codes.find((code) => code.printed === typed);
  if (printed !== undefined) return printed.key;
  const fitting = codes
    .map((code) => ({ key: code.key, labels: labelsOf(code) }))
    .filter(({ labels }) => labels.some((label) => ` ${label}`.includes(` ${typed}`)));
  const whole = fitting.find(({ labels }) => labels.includes(typed));
  const first = fitting.find(({ labels }) => labels.some((label) => label.startsWith(typed)));
  return (whole ?? first ?? fitting[0])?.key;
}

function labelsOf({ label, bySex }: CodeList['codes'][number]): readonly string[] {
  return [label, ...Object.values(bySex ?? {})].map(({ vi }) => foldText(vi));
}
