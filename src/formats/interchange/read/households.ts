import { householdKind } from '../../../catalogue/codes/household-kind.ts';
import { poverty } from '../../../catalogue/codes/poverty.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { Table } from '../file/table.ts';
import type { Known } from '../known.ts';
import type { Keys } from './keys.ts';
import { householdsToday } from './place-today.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { wasErased } from './was-erased.ts';
import { phoneOf } from './whole-numbers.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A row of households.csv that can be taken. */
export interface HouseholdEntry {
  readonly row: number;
  readonly key: string;
  readonly id: string;
  /** Unit id of its village. */
  readonly place: string;
  readonly fields: Fields;
}

/** A generator: it pauses behind each row. */
export function* readHouseholds(
  table: Table | undefined,
  keys: Keys,
  known: Known,
  remarks: Remarks,
): Generator<undefined, readonly HouseholdEntry[]> {
  const entries = new Map<string, HouseholdEntry>();
  const numbers = new Set<string>();
  const standsToday = householdsToday(known);
  for (const row of table?.rows ?? []) {
    const reader = rowReader('households', row, remarks);
    const entry = readHousehold(reader, keys, known, standsToday);
    yield;
    if (entry === undefined) continue;
    if (entries.has(entry.key)) {
      reader.ask('household_key', 'twice_in_file', entry.key);
      continue;
    }
    const number = `${entry.place} ${entry.fields.number}`;
    if (entry.fields.number !== undefined && numbers.has(number))
      reader.ask('household_no', 'same_number', String(entry.fields.number));
    numbers.add(number);
    entries.set(entry.key, entry);
  }
  return [...entries.values()];
}

function readHousehold(
  reader: RowReader,
  keys: Keys,
  known: Known,
  standsToday: (id: string, place: string) => string,
): HouseholdEntry | undefined {
  const key = reader.cell('household_key');
  const village = reader.cell('village_code');
  const place = findVillage(reader, known, village);
  if (key === '') reader.refuse('household_key', 'no_key');
  const isErased = wasErased(known.state(keys.household(key)));
  if (isErased) reader.refuse('household_key', 'erased');
  if (place === undefined) reader.refuse('village_code', 'unknown_village', village);
  const kind = reader.code('kind', householdKind);
  const poor = reader.code('poor', poverty);
  const isRefused =
    isErased || key === '' || place === undefined || isUnread(reader, 'kind', kind) || isUnread(reader, 'poor', poor);
  if (isRefused) return undefined;
  const fields = {
    number: readNumber(reader),
    address: reader.text('address', 200),
    kind,
    poor,
    phone: readPhone(reader),
  };
  const id = keys.household(key);
  return { row: reader.number, key, id, place: standsToday(id, place), fields: withoutBlanks(fields) };
}

/** A spreadsheet makes 1 of "001": read so where no village is called "1", and told. */
function findVillage(reader: RowReader, known: Known, code: string): string | undefined {
  const exact = known.village(code);
  if (exact !== undefined || !/^\d{1,4}$/.test(code)) return exact;
  for (let length = code.length + 1; length <= longestCode; length += 1) {
    const long = code.padStart(length, '0');
    const found = known.village(long);
    if (found !== undefined) reader.ask('village_code', 'short_code', long);
    if (found !== undefined) return found;
  }
  return undefined;
}

const longestCode = 6;

function isUnread(reader: RowReader, column: string, value: Value | undefined): boolean {
  return value === undefined && reader.cell(column) !== '';
}

function readNumber(reader: RowReader): number | undefined {
  if (reader.cell('household_no') === '') reader.ask('household_no', 'no_number');
  return reader.integer('household_no', 1, 99_999);
}

function readPhone(reader: RowReader): string | undefined {
  const given = reader.text('phone', 40);
  const phone = given === undefined ? undefined : phoneOf(given);
  if (phone === undefined || /^\+?\d{9,12}$/.test(phone.replace(/[\s.]/g, ''))) return phone;
  reader.ask('phone', 'odd_text', phone);
  return undefined;
}
