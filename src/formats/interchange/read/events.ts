import { method } from '../../../catalogue/codes/care/method.ts';
import { marital } from '../../../catalogue/codes/marital.ts';
import { residence } from '../../../catalogue/codes/residence.ts';
import { records } from '../../../catalogue/records/index.ts';
import type { DayPhase } from '../../../domain/record.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { Table, TableRow } from '../file/table.ts';
import { readChange } from './changes.ts';
import { type ColumnRule, eventKinds } from './event-kinds.ts';
import { type Finder, readPersonKey } from './persons.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A row of events.csv that can be taken. References are ids; `fields` are those that the row itself says. */
export interface EventEntry {
  readonly row: number;
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly date: string;
  readonly phase: DayPhase;
  /** Empty for an event told without a name, or about a household. */
  readonly person: string;
  /** Household before the event. */
  readonly household?: string;
  readonly toHousehold?: string;
  readonly spouse?: string;
  readonly mother?: string;
  readonly fromMarital?: string;
  readonly fromResidence?: string;
  readonly fromMethod?: string;
  /** Unit id where an event told without a name stands. */
  readonly place?: string;
  readonly fields: Fields;
  /** When the book wrote it; absent where the book does not hold it yet. */
  readonly written?: readonly [ms: number, counter: number];
}

/** What the row itself says of the fact; more may follow from the file as a whole. */
export function toldFields({ kind, date, person, household, toHousehold, fields }: EventEntry): Fields {
  const subject = eventKinds[kind]?.subject ?? 'person';
  const about = person !== '' ? { [subject]: person } : kind === 'change_info' ? { household } : {};
  return withoutBlanks({ date, ...fields, ...about, ...(kind === 'move_internal' && { toHousehold }) });
}

/** What a row of events.csv may name: people, households, and a village. */
export interface EventFinder extends Finder {
  village(code: string): string | undefined;
}

/**
 * Events in the order in which they happened: by day, then as the indicators order a day, then as written. A generator:
 * it pauses behind each row.
 */
export function* readEvents(
  table: Table | undefined,
  finder: EventFinder,
  remarks: Remarks,
): Generator<undefined, readonly EventEntry[]> {
  const entries = new Map<string, EventEntry>();
  for (const row of table?.rows ?? []) {
    const entry = readEvent(row, finder, remarks);
    yield;
    if (entry === undefined) continue;
    if (entries.has(entry.key)) remarks.ask('events', row.number, 'event_key', 'twice_in_file', entry.key);
    else entries.set(entry.key, entry);
  }
  return [...entries.values()].sort(inOrder);
}

const phases: readonly DayPhase[] = ['first', 'change', 'last'];
const phaseOfKind = new Map(records.map(({ kind, phase }) => [kind, phase ?? 'change']));

/** What the book holds was written before what it does not. */
export function inOrder(a: EventEntry, b: EventEntry): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return phases.indexOf(a.phase) - phases.indexOf(b.phase) || asWritten(a, b) || a.row - b.row;
}

function asWritten({ written: a, id }: EventEntry, { written: b, id: other }: EventEntry): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return a[0] - b[0] || a[1] - b[1] || (id < other ? -1 : id > other ? 1 : 0);
}

/** Place of a kind of event within its day. */
export function phaseOf(kind: string): DayPhase {
  return phaseOfKind.get(kind) ?? 'change';
}

function readEvent(row: TableRow, finder: EventFinder, remarks: Remarks): EventEntry | undefined {
  const reader = rowReader('events', row, remarks);
  const [key, kind] = [reader.cell('event_key'), reader.cell('kind')];
  if (key === '') reader.refuse('event_key', 'no_key');
  if (!Object.hasOwn(eventKinds, kind)) {
    reader.refuse('kind', 'unknown_code', kind);
    return undefined;
  }
  const date = readDate(reader, finder.today);
  const person = readSubject(reader, finder, kind);
  if (finder.isErased(finder.keys.event(key)) || finder.isErased(person)) reader.refuse('event_key', 'erased');
  const [household, toHousehold] = [
    readHousehold(reader, finder, 'household_key'),
    kind === 'move_internal' || kind === 'adopt' ? readHousehold(reader, finder, 'to_household_key') : undefined,
  ];
  if (kind === 'move_internal' && reader.cell('to_household_key') === '')
    reader.refuse('to_household_key', 'unknown_household', '');
  const fields = kind === 'change_info' ? readChange(reader) : readFields(reader, finder, kind);
  const before = {
    fromMarital: reader.code('from_marital', marital),
    fromResidence: reader.code('from_residence', residence),
    fromMethod: reader.code('from_method', method),
  };
  const place = person === '' ? readVillage(reader, finder) : undefined;
  if (remarks.isRefused('events', row.number) || date === undefined) return undefined;
  const { spouse, mother } = fields;
  return {
    row: row.number,
    key,
    id: finder.keys.event(key),
    kind,
    date,
    phase: phaseOf(kind),
    person,
    fields,
    ...known({ household, toHousehold, ...before }),
    ...known({ spouse: textOf(spouse), mother: textOf(mother), place }),
  };
}

function known<Key extends string>(values: { readonly [key in Key]: string | undefined }): { [key in Key]?: string } {
  const found: { [key in Key]?: string } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readDate(reader: RowReader, today: string): string | undefined {
  const date = reader.date('date');
  if (reader.cell('date') === '') reader.refuse('date', 'no_date');
  if (date !== undefined && date > today) reader.refuse('date', 'future_date', date);
  return date;
}

function readSubject(reader: RowReader, finder: Finder, kind: string): string {
  const isHouseholds = kind === 'change_info' && reader.cell('household_key') !== '';
  const isFree = isHouseholds || eventKinds[kind]?.mayBeNameless === true;
  const person = readPersonKey(reader, finder, 'person_key');
  if (person === undefined && !isFree) reader.refuse('person_key', 'unknown_person', '');
  return person ?? '';
}

function readHousehold(reader: RowReader, { keys, hasHousehold }: Finder, column: string): string | undefined {
  const key = reader.cell(column);
  if (key === '') return undefined;
  const id = keys.household(key);
  if (!hasHousehold(id)) reader.refuse(column, 'unknown_household', key);
  return id;
}

/** Where an event without a name happened: a village, which says of nobody's household that it was there. */
function readVillage(reader: RowReader, { village }: EventFinder): string | undefined {
  const code = reader.cell('village_code');
  if (code === '') return undefined;
  const place = village(code);
  if (place === undefined) reader.refuse('village_code', 'unknown_village', code);
  return place;
}

function readFields(reader: RowReader, finder: Finder, kind: string): Fields {
  const columns = Object.entries(eventKinds[kind]?.columns ?? {});
  const values = columns.map(([column, { field, rule }]) => [field, readColumn(reader, finder, column, rule)] as const);
  const fields = withoutBlanks(Object.fromEntries(values));
  if (kind === 'method_start' && fields.method === undefined)
    reader.refuse('method', 'unknown_code', reader.cell('method'));
  if (!kind.startsWith('review_') || fields.reason !== undefined) return fields;
  reader.ask('reason', 'no_reason');
  return { ...fields, reason: 'other' };
}

function readColumn(reader: RowReader, finder: Finder, column: string, rule: ColumnRule): Value | undefined {
  switch (rule.is) {
    case 'text':
      return reader.text(column, rule.longest);
    case 'code':
      return reader.code(column, rule.list);
    case 'integer':
      return reader.integer(column, rule.least, rule.most);
    case 'yesNo':
      return reader.yesNo(column);
    case 'person':
      return readPersonKey(reader, finder, column);
    case 'words':
      return readWords(reader, column, rule);
  }
}

/** "no" of a test says that it was not done: blank. "yes" says that it was, with no result told. */
function readWords(reader: RowReader, column: string, { list, words, other }: Extract<ColumnRule, { is: 'words' }>) {
  const folded = foldText(reader.cell(column));
  if (blank.has(folded)) return undefined;
  const byKey = list.codes.find(({ key, label }) => key === folded || foldText(label.vi) === folded);
  const found = byKey?.key ?? words[folded];
  if (found === undefined && !done.has(folded)) reader.ask(column, 'odd_code', reader.cell(column));
  return found ?? other;
}

const blank = new Set(['', 'no', '0', 'false', 'khong', 'unknown', 'chua']);
const done = new Set(['yes', '1', 'true', 'co', 'x', 'done']);
