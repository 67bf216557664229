import { foldText } from '../../../domain/search-key.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { Table, TableRow, Tables } from '../file/table.ts';
import type { ListedVillage } from './find-village.ts';
import { codeColumns, type Mapping, type WordReader, wordReader } from './mapping.ts';
import { wordKey } from './read-words.ts';
import { type Line, linesOf } from './sheet-lines.ts';

/**
 * A list of people as offices keep it, as the tables of the fixed format. Household numbers, villages and addresses are
 * filled down; a birth year in a column Nam or Nữ gives the sex too; codes are taken by number or words. Keys are made of
 * village, number, name and birth date, so that the same list again adds nothing. Head and spouse are a couple.
 */
export function mapSheet(sheet: Sheet, mapping: Mapping, villages: readonly ListedVillage[]): Tables {
  const words = wordReader(mapping, villages);
  const households = new Map<string, TableRow>();
  const seen = new Map<string, number>();
  const persons: Listed[] = [];
  let at: Home = { village: villages.find(({ id }) => id === mapping.village)?.code ?? '', number: '', address: '' };
  for (const line of linesOf(sheet, mapping)) {
    at = homeOf(line, at, words);
    const household = `${at.village}/${at.number}`;
    if (at.number !== '' && !households.has(household)) households.set(household, householdRow(line, household, at));
    if (line.cell('full_name') === '') continue;
    const person = personCells(line, words);
    const person_key = nextKey(seen, `${household}/${foldText(person.full_name ?? '')}/${person.birth_date}`);
    const household_key = at.number === '' ? '' : household;
    persons.push({ number: line.number, cells: { ...person, person_key, household_key } });
  }
  return {
    households: tableOf('households', [...households.values()]),
    persons: tableOf('persons', withCouples(persons)),
  };
}

interface Listed {
  readonly number: number;
  readonly cells: { readonly [column: string]: string };
}

/** No list says who is whose: a household's one head and the one spouse beside, both married, are meant by that. */
function withCouples(persons: readonly Listed[]): readonly TableRow[] {
  const married = new Map<string, Listed[]>();
  for (const one of persons) {
    const { household_key: home = '', relation = '', marital } = one.cells;
    if (home === '' || marital !== 'married' || !/^(?:head|spouse)$/.test(relation)) continue;
    married.set(home, [...(married.get(home) ?? []), one]);
  }
  const spouses = new Map<Listed, string>();
  for (const [one, other, ...more] of married.values()) {
    if (one === undefined || other === undefined || more.length > 0) continue;
    if (one.cells.relation === other.cells.relation || one.cells.sex === other.cells.sex) continue;
    spouses.set(one, other.cells.person_key ?? '');
  }
  return persons.map((one) => rowOf(one.number, { ...one.cells, spouse_key: spouses.get(one) ?? '' }));
}

interface Home {
  readonly village: string;
  readonly number: string;
  readonly address: string;
}

/** What a row leaves blank stands in the rows above it; a new number begins with no address. */
function homeOf(line: Line, last: Home, words: WordReader): Home {
  // Sheets are numbered "100.1", "100.2": one household (domain.md 1.3).
  const number = line.cell('household_no').replace(/\.\d$/, '') || last.number;
  const address = line.cell('address') || (number === last.number ? last.address : '');
  const village = line.cell('village');
  return { village: (words.read('village', village) ?? village) || last.village, number, address };
}

/** Two of one name and birth date in one household: the second is numbered. */
function nextKey(seen: Map<string, number>, key: string): string {
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  return times === 1 ? key : `${key}#${times}`;
}

function tableOf(name: Table['name'], rows: readonly TableRow[]): Table {
  return { name, rows, strange: [] };
}

function rowOf(number: number, cells: { readonly [column: string]: string }): TableRow {
  return { number, cell: (column) => cells[column] ?? '' };
}

function householdRow(line: Line, household_key: string, place: Home): TableRow {
  return rowOf(line.number, {
    household_key,
    village_code: place.village,
    household_no: place.number,
    address: place.address,
    kind: 'family',
    phone: line.cell('phone'),
  });
}

const coded = ['relation', 'ethnicity', 'education', 'marital', 'residence', 'sex'] as const;

function personCells(line: Line, words: WordReader): { readonly [column: string]: string } {
  const [asMale, asFemale] = [line.cell('birth_male'), line.cell('birth_female')];
  const bySex = asMale !== '' ? 'male' : asFemale !== '' ? 'female' : '';
  // A word that nobody knows goes on as it is, to be refused with its row.
  const cells: { readonly [column: string]: string } = Object.fromEntries(
    coded.map((column) => [column, words.read(column, line.cell(column)) ?? line.cell(column)]),
  );
  // A cross in the column of a sex says which; the year stands elsewhere.
  const marked = /\d{4}/.test(asMale || asFemale) ? asMale || asFemale : '';
  return {
    full_name: line.cell('full_name'),
    insurance_no: line.cell('insurance_no'),
    national_id: line.cell('national_id'),
    ...cells,
    birth_date: birthDate(line.cell('birth_date') || marked),
    sex: cells.sex || bySex,
    residence: cells.residence || 'usual_present',
    status: 'active',
  };
}

/** "00/00/1970", "//1970": offices write so where only the year is known. */
function birthDate(given: string): string {
  const year = /^0{0,2}\s*[/.-]\s*0{0,2}\s*[/.-]\s*(\d{4})$/.exec(given)?.[1];
  return year ?? given;
}

/** A word of a list that nobody knows, with the number of rows that have it. */
export interface UnknownWord {
  readonly column: string;
  readonly word: string;
  readonly rows: number;
}

/** Words of the columns that hold codes or villages which mean nothing here, the most frequent first. */
export function unknownWords(
  sheet: Sheet,
  mapping: Mapping,
  villages: readonly ListedVillage[],
): readonly UnknownWord[] {
  const words = wordReader(mapping, villages);
  const found = new Map<string, UnknownWord>();
  const columns = [...coded, 'village' as const].filter((column) => mapping.columns.includes(column));
  for (const line of linesOf(sheet, mapping)) {
    for (const column of columns) {
      const word = line.cell(column);
      if (words.read(column, word) !== undefined) continue;
      const key = `${column}\n${wordKey(word)}`;
      found.set(key, { column, word: found.get(key)?.word ?? word, rows: (found.get(key)?.rows ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

/** What a word of a column may be said to mean. */
export function choicesOf(column: string, villages: readonly ListedVillage[]) {
  if (column === 'village') return villages.map(({ id, name }) => ({ key: id, words: { vi: name } }));
  return codeColumns[column]?.codes.map(({ key, label }) => ({ key, words: label })) ?? [];
}
