import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import { sheetFacts } from './headings.ts';
import type { Mapping } from './mapping.ts';

/* A way of reading lists, as a small file that one office may give another: titles and words, nobody's data. */

/** What columns are called, and what each of them and their words mean. Villages are not in it: another commune has others. */
export interface Profile {
  readonly titles: readonly string[];
  readonly columns: readonly string[];
  readonly words: NonNullable<Mapping['words']>;
}

const mark = 'so-dan-so/cach-doc-danh-sach/1';

export function writeProfile(titles: readonly string[], mapping: Pick<Mapping, 'columns' | 'words'>): string {
  const { village: _, ...words } = mapping.words ?? {};
  return `${JSON.stringify({ is: mark, titles, columns: mapping.columns, words }, undefined, 1)}\n`;
}

/** Whatever stands in the file: only known facts and plain text come out of it. */
export function readProfile(text: string): Outcome<Profile, 'no_profile'> {
  const read = parse(text);
  if (!isTable(read) || read.is !== mark || !isTexts(read.titles) || !isTexts(read.columns)) return bad('no_profile');
  const columns = read.columns.map((fact) => (sheetFacts.some((one) => one === fact) ? fact : ''));
  const words = isTable(read.words) ? Object.entries(read.words) : [];
  const known = words.flatMap(([column, said]) => {
    const pairs = isTable(said) ? Object.entries(said).filter(([, code]) => typeof code === 'string') : [];
    return pairs.length === 0
      ? []
      : [[column, Object.fromEntries(pairs.map(([word, code]) => [word, String(code)]))] as const];
  });
  return good({ titles: read.titles, columns, words: Object.fromEntries(known) });
}

/** Lays a profile over the titles of a sheet: by what columns are called, wherever they stand. */
export function columnsBy({ titles, columns }: Profile, heading: readonly string[]): readonly string[] {
  const facts = new Map(calledBy(titles).map((called, index) => [called, columns[index] ?? '']));
  return calledBy(heading).map((called) => facts.get(called) ?? '');
}

/** A column without a title is the one beside that before it. */
function calledBy(titles: readonly string[]): readonly string[] {
  let last = '';
  return titles.map((title) => {
    last = title.trim() || `${last}\n`;
    return last;
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTable(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
