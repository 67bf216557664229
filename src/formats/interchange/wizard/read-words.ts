import type { CodeList } from '../../../domain/field.ts';
import { foldText } from '../../../domain/search-key.ts';
import { spokenWords } from './spoken-words.ts';

/** Letters and digits alone: "H'Mông" and "HMông", "C.hộ" and "c hộ" are the same word. */
export function wordKey(given: string): string {
  return foldText(given).replace(/[^a-z0-9]+/g, '');
}

/** A code by its key, its printed number, its words, or what people say for it; empty where it is none of these. */
export function codeOfWords(list: CodeList, given: string): string {
  const key = wordKey(given);
  if (key === '') return '';
  const numbered = list.codes.filter(
    ({ printed }) => printed !== undefined && Number(printed) === Number(given.trim()),
  );
  // Three relations share a number on paper: which of them it is, a person says.
  if (numbered.length > 1) return '';
  return numbered[0]?.key ?? wordsOf(list).get(key) ?? (list.name === 'education' ? gradeLevel(given) : '');
}

const known = new WeakMap<CodeList, ReadonlyMap<string, string>>();

/** Every word of a list with its code; what the list itself says comes before what people say. */
function wordsOf(list: CodeList): ReadonlyMap<string, string> {
  const kept = known.get(list);
  if (kept !== undefined) return kept;
  const words = new Map<string, string>();
  for (const [code, said] of Object.entries(spokenWords[list.name] ?? {}))
    for (const word of said) words.set(wordKey(word), code);
  for (const { key, label, bySex } of list.codes) {
    const own = [key, label.vi, ...Object.values(bySex ?? {}).map(({ vi }) => vi)];
    for (const word of own) words.set(wordKey(word), key);
  }
  known.set(list, words);
  return words;
}

/** "9/12", "Lớp 5": the level of the highest grade; of the old system of ten grades, as it was then. */
function gradeLevel(given: string): string {
  const found = /^(?:lop\s*)?(\d{1,2})\s*(?:\/\s*(10|12))?$/.exec(foldText(given));
  const [grade, of] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 12)];
  const isGrade = found !== null && (found[2] !== undefined || foldText(given).startsWith('lop'));
  if (!isGrade || grade < 1 || grade > of) return '';
  const [primary, lower] = of === 10 ? [4, 7] : [5, 9];
  if (grade <= primary) return 'primary';
  return grade <= lower ? 'lower_sec' : 'upper_sec';
}
