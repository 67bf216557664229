import { method } from '../../../catalogue/codes/care/method.ts';
import { education } from '../../../catalogue/codes/education.ts';
import { ethnicity } from '../../../catalogue/codes/ethnicity.ts';
import { marital } from '../../../catalogue/codes/marital.ts';
import { relation } from '../../../catalogue/codes/relation.ts';
import { residence } from '../../../catalogue/codes/residence.ts';
import { sex } from '../../../catalogue/codes/sex.ts';
import { status } from '../../../catalogue/codes/status.ts';
import { completeDate } from '../../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../../domain/field.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { Table, TableRow } from '../file/table.ts';
import type { Keys } from './keys.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { cardOf, nationalIdOf } from './whole-numbers.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A row of persons.csv that can be taken: the state on the day the file was made. References are ids. */
export interface PersonEntry {
  readonly row: number;
  readonly key: string;
  readonly id: string;
  readonly household?: string;
  /** Values that no fact moves. */
  readonly fields: Fields;
  readonly residence?: string;
  readonly marital?: string;
  /** Empty for somebody of the book whom the file tells nothing of. */
  readonly status: string;
  readonly spouse?: string;
  /** In use at the end. */
  readonly method?: string;
}

/** What people call somebody; the key where the file names nobody. */
export function nameOrKey({ key, fields }: PersonEntry): string {
  return typeof fields.fullName === 'string' && fields.fullName !== '' ? fields.fullName : key;
}

/** How a row finds the records that it names. */
export interface Finder {
  readonly keys: Keys;
  readonly today: string;
  hasHousehold(id: string): boolean;
  hasPerson(id: string): boolean;
  isErased(id: string): boolean;
}

/** A generator: it pauses behind each row. */
export function* readPersons(
  table: Table | undefined,
  find: Omit<Finder, 'hasPerson'>,
  isInBook: (id: string) => boolean,
  remarks: Remarks,
): Generator<undefined, readonly PersonEntry[]> {
  const rows = table?.rows ?? [];
  const ids = new Set<string>();
  for (const row of rows) {
    ids.add(find.keys.person(row.cell('person_key')));
    yield;
  }
  const finder = { ...find, hasPerson: (id: string) => ids.has(id) || isInBook(id) };
  const entries = new Map<string, PersonEntry>();
  const taken = new Map<string, string>();
  for (const row of rows) {
    const entry = readPerson(row, finder, remarks);
    yield;
    if (entry === undefined) continue;
    if (entries.has(entry.key)) remarks.ask('persons', row.number, 'person_key', 'twice_in_file', entry.key);
    else if (taken.has(entry.id))
      remarks.ask('persons', row.number, 'person_key', 'joined_in_book', taken.get(entry.id) ?? '');
    else {
      entries.set(entry.key, entry);
      taken.set(entry.id, entry.key);
    }
  }
  return [...entries.values()];
}

function readPerson(row: TableRow, finder: Finder, remarks: Remarks): PersonEntry | undefined {
  const reader = rowReader('persons', row, remarks);
  const key = reader.cell('person_key');
  if (key === '') reader.refuse('person_key', 'no_key');
  if (finder.isErased(finder.keys.person(key))) reader.refuse('person_key', 'erased');
  const household = readHousehold(reader, finder);
  const fields = readFields(reader, finder);
  const dated = readDated(reader);
  const spouse = readPersonKey(reader, finder, 'spouse_key');
  if (remarks.isRefused('persons', row.number)) return undefined;
  if (spouse === finder.keys.person(key)) reader.ask('spouse_key', 'own_spouse');
  const isOwn = spouse === finder.keys.person(key);
  return {
    row: row.number,
    key,
    id: finder.keys.person(key),
    fields,
    ...dated,
    ...(household === undefined ? {} : { household }),
    ...(spouse === undefined || isOwn ? {} : { spouse }),
  };
}

function readHousehold(reader: RowReader, { keys, hasHousehold }: Finder): string | undefined {
  const key = reader.cell('household_key');
  const isGone = ['left', 'dead'].includes(reader.cell('status'));
  if (key === '' && !isGone) reader.ask('household_key', 'no_household');
  if (key === '') return undefined;
  const id = keys.household(key);
  if (!hasHousehold(id)) reader.refuse('household_key', 'unknown_household', key);
  return id;
}

function readFields(reader: RowReader, finder: Finder): Fields {
  const fullName = reader.text('full_name', 120);
  const birthDate = reader.date('birth_date', 'partial');
  if (fullName === undefined) reader.ask('full_name', 'no_name');
  if (reader.cell('sex') === '') reader.ask('sex', 'no_sex');
  if (reader.cell('birth_date') === '') reader.ask('birth_date', 'no_birth_date');
  if (birthDate !== undefined && completeDate(birthDate) > finder.today)
    reader.refuse('birth_date', 'future_date', birthDate);
  return withoutBlanks({
    fullName,
    sex: reader.code('sex', sex),
    birthDate,
    ethnicity: twoDigits(reader, ethnicity),
    education: reader.code('education', education),
    relation: reader.code('relation', relation),
    insuranceNo: readCard(reader),
    nationalId: readNationalId(reader),
    mother: readPersonKey(reader, finder, 'mother_key'),
  });
}

/** 10, 12 or 15 letters and digits (domain.md 2.3); no other length is a card. */
function readCard(reader: RowReader): string | undefined {
  const text = reader.text('insurance_no', 40);
  const given = text === undefined ? undefined : cardOf(text);
  if (given === undefined || /^(?:[A-Z\d]{10}|[A-Z\d]{12}|[A-Z\d]{15})$/i.test(given)) return given;
  reader.ask('insurance_no', 'odd_text', given);
  return undefined;
}

/** Zeros that a spreadsheet took away are put back, and that is told. */
function readNationalId(reader: RowReader): string | undefined {
  const given = reader.text('national_id', 40);
  if (given === undefined) return undefined;
  const whole = nationalIdOf(given);
  if (/^\d{12}$/.test(whole)) {
    if (whole !== cardOf(given)) reader.ask('national_id', 'short_code', whole);
    return whole;
  }
  reader.ask('national_id', 'odd_text', whole);
  return undefined;
}

/** A spreadsheet makes 1 of "01". */
function twoDigits(reader: RowReader, list: CodeList): string | undefined {
  const given = reader.cell('ethnicity');
  return /^\d$/.test(given) && list.codes.some(({ key }) => key === `0${given}`)
    ? `0${given}`
    : reader.code('ethnicity', list);
}

function readDated(reader: RowReader): Pick<PersonEntry, 'residence' | 'marital' | 'status' | 'method'> {
  const [lives, stands, uses, is] = [
    reader.code('residence', residence),
    reader.code('marital', marital),
    reader.code('method', method),
    reader.code('status', status) ?? 'active',
  ];
  if (reader.cell('residence') === '' && is === 'active') reader.ask('residence', 'no_residence');
  return {
    status: is,
    ...(lives === undefined ? {} : { residence: lives }),
    ...(stands === undefined ? {} : { marital: stands }),
    ...(uses === undefined ? {} : { method: uses }),
  };
}

/** Id of the person that a key names; a key that names nobody is refused. */
export function readPersonKey(
  reader: RowReader,
  { keys, hasPerson }: Pick<Finder, 'keys' | 'hasPerson'>,
  column: string,
): string | undefined {
  const key = reader.cell(column);
  if (key === '') return undefined;
  const id = keys.person(key);
  if (!hasPerson(id)) reader.refuse(column, 'unknown_person', key);
  return id;
}
