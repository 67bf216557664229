import { education } from '../../../catalogue/codes/education.ts';
import { ethnicity } from '../../../catalogue/codes/ethnicity.ts';
import { marital } from '../../../catalogue/codes/marital.ts';
import { relation } from '../../../catalogue/codes/relation.ts';
import { residence } from '../../../catalogue/codes/residence.ts';
import { sex } from '../../../catalogue/codes/sex.ts';
import type { CodeList } from '../../../domain/field.ts';
import { findVillage, type ListedVillage } from './find-village.ts';
import { leftBlank } from './left-blank.ts';
import { codeOfWords, wordKey } from './read-words.ts';

/** How a person reads a sheet. */
export interface Mapping {
  /** Index of the last row that names the columns; what stands below it is read. */
  readonly heading: number;
  /** Of each column, what it holds; empty for one that is passed over. */
  readonly columns: readonly string[];
  /** Unit id of the village, where no column says it. */
  readonly village: string;
  /** What a person says that words mean, by column and word: a code, a unit id of a village, or `leftBlank`. */
  readonly words?: { readonly [column: string]: { readonly [word: string]: string } };
}

/** Columns whose cells are codes. */
export const codeColumns: { readonly [column: string]: CodeList } = {
  relation,
  sex,
  ethnicity,
  education,
  marital,
  residence,
};

/** What a cell of a column means: a code, or a village code. */
export interface WordReader {
  /** `undefined`: nobody knows what the cell means. */
  read(column: string, given: string): string | undefined;
}

/** Each word is looked up once: a list has thousands of rows and a dozen words. */
export function wordReader(mapping: Mapping, villages: readonly ListedVillage[]): WordReader {
  const found = new Map<string, string | undefined>();
  const look = (column: string, given: string): string | undefined => {
    const said = mapping.words?.[column]?.[wordKey(given)];
    if (said === leftBlank) return '';
    if (column === 'village') return (villages.find(({ id }) => id === said) ?? findVillage(given, villages))?.code;
    const list = codeColumns[column];
    return said ?? (list === undefined ? given : codeOfWords(list, given) || undefined);
  };
  return {
    read(column, given) {
      if (given === '') return '';
      const key = `${column}\n${given}`;
      if (!found.has(key)) found.set(key, look(column, given));
      return found.get(key);
    },
  };
}
