import type { CodeList } from '../../../../domain/field.ts';
import { foldText } from '../../../../domain/search-key.ts';

/**
 * The code that is meant by what was typed in a cell: its printed number, or the beginning of one of its words without
 * accents ("nu" → female, "tam vang" → usual_absent). Where several fit, the one that begins so, then the first of the
 * list. Blank is `null`; `undefined` where none fits, and where a number on paper stands for several codes: nobody but
 * who types knows which.
 */
export function readCode({ codes }: CodeList, text: string): string | null | undefined {
  const typed = foldText(text);
  if (typed === '') return null;
  const printed = codes.filter((code) => code.printed === typed);
  if (printed.length > 0) return printed.length === 1 ? printed[0]?.key : undefined;
  const fitting = codes
    .map((code) => ({ key: code.key, labels: labelsOf(code) }))
    .filter(({ labels }) => labels.some((label) => ` ${label}`.includes(` ${typed}`)));
  const whole = fitting.find(({ labels }) => labels.includes(typed));
  const first = fitting.find(({ labels }) => labels.some((label) => label.startsWith(typed)));
  return (whole ?? first ?? fitting[0])?.key;
}

/** The codes that share a number on paper: "4" is an adopted child, a son-in-law or a daughter-in-law. */
export function sharingNumber({ codes }: CodeList, text: string): CodeList['codes'] {
  const found = codes.filter(({ printed }) => printed !== undefined && printed === foldText(text));
  return found.length > 1 ? found : [];
}

function labelsOf({ label, bySex, short = '' }: CodeList['codes'][number]): readonly string[] {
  const said = [label, ...Object.values(bySex ?? {})].map(({ vi }) => foldText(vi));
  return short === '' ? said : [...said, foldText(short)];
}
