import { education } from '../../../catalogue/codes/education.ts';
import { ethnicity } from '../../../catalogue/codes/ethnicity.ts';
import { marital } from '../../../catalogue/codes/marital.ts';
import { relation } from '../../../catalogue/codes/relation.ts';
import { residence } from '../../../catalogue/codes/residence.ts';
import { sex } from '../../../catalogue/codes/sex.ts';
import type { CodeList } from '../../../domain/field.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { Table, TableRow, Tables } from '../file/table.ts';
import type { SheetFact } from './headings.ts';
import { codeOfWords } from './read-words.ts';

/** How a person reads a sheet. */
export interface Mapping {
  /** Index of the row that names the columns; what stands below it is read. */
  readonly heading: number;
  /** Of each column, what it holds; empty for one that is passed over. */
  readonly columns: readonly string[];
  /** Unit id of the village, where no column says it. */
  readonly village: string;
}

const lists: { readonly [column: string]: CodeList } = { relation, ethnicity, education, marital, residence };

interface Line {
  readonly number: number;
  cell(fact: SheetFact): string;
}

/**
 * A list of people as offices keep it, as the tables of the fixed format. Household numbers, villages and addresses are
 * filled down; a birth year in a column Nam or Nữ gives the sex too; codes are taken by number or words. Keys are made of
 * village, number, name and birth date, so that the same list again adds nothing.
 * @param codes village code by unit id
 */
export function mapSheet(sheet: Sheet, mapping: Mapping, codes: ReadonlyMap<string, string>): Tables {
  const households = new Map<string, TableRow>();
  const seen = new Map<string, number>();
  const persons: TableRow[] = [];
  let at: Home = { village: codes.get(mapping.village) ?? '', number: '', address: '' };
  for (const line of linesOf(sheet, mapping)) {
    at = homeOf(line, at, codes);
    const household = `${at.village}/${at.number}`;
    if (at.number !== '' && !households.has(household)) households.set(household, householdRow(line, household, at));
    if (line.cell('full_name') === '') continue;
    const person = personCells(line);
    const person_key = nextKey(seen, `${household}/${foldText(person.full_name ?? '')}/${person.birth_date}`);
    persons.push(rowOf(line.number, { ...person, person_key, household_key: at.number === '' ? '' : household }));
  }
  return { households: tableOf('households', [...households.values()]), persons: tableOf('persons', persons) };
}

interface Home {
  readonly village: string;
  readonly number: string;
  readonly address: string;
}

/** What a row leaves blank stands in the rows above it; a new number begins with no address. */
function homeOf(line: Line, last: Home, codes: ReadonlyMap<string, string>): Home {
  const number = line.cell('household_no') || last.number;
  const address = line.cell('address') || (number === last.number ? last.address : '');
  return { village: villageCode(line.cell('village'), codes) || last.village, number, address };
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

function* linesOf(sheet: Sheet, { heading, columns }: Mapping): Generator<Line> {
  const places = new Map(columns.map((fact, index) => [fact, index]));
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= heading || cells.every((cell) => cell.trim() === '')) continue;
    yield {
      number: index + 1,
      cell: (fact) => cells[places.get(fact) ?? -1]?.normalize('NFC').trim().replace(/\.0$/, '') ?? '',
    };
  }
}

/** A column of villages holds codes, or codes within words: "Thôn 001", "1". */
function villageCode(given: string, codes: ReadonlyMap<string, string>): string {
  if (given === '') return '';
  const known = [...codes.values()];
  const digits = /\d+/.exec(given)?.[0] ?? given;
  return known.find((code) => code === given) ?? known.find((code) => Number(code) === Number(digits)) ?? given;
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

function personCells(line: Line): { readonly [column: string]: string } {
  const [asMale, asFemale] = [line.cell('birth_male'), line.cell('birth_female')];
  const bySex = asMale !== '' ? 'male' : asFemale !== '' ? 'female' : '';
  const coded = Object.entries(lists).map(([column, list]) => {
    const given = line.cell(factOf(column));
    return [column, codeOfWords(list, given) || given] as const;
  });
  const cells = Object.fromEntries(coded);
  const given = line.cell('sex');
  // A cross in the column of a sex says which; the year stands elsewhere.
  const marked = /\d{4}/.test(asMale || asFemale) ? asMale || asFemale : '';
  return {
    full_name: line.cell('full_name'),
    birth_date: line.cell('birth_date') || marked,
    insurance_no: line.cell('insurance_no'),
    national_id: line.cell('national_id'),
    ...cells,
    sex: codeOfWords(sex, given) || given || bySex,
    residence: cells.residence || 'usual_present',
    status: 'active',
  };
}

function factOf(column: string): SheetFact {
  return column === 'relation' || column === 'ethnicity' || column === 'education' || column === 'marital'
    ? column
    : 'residence';
}
