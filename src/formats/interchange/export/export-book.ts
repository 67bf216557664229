import { records } from '../../../catalogue/records/index.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import { isAlive, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { communeOver } from '../commune-over.ts';
import { type TableName, tableColumns } from '../file/columns.ts';
import { eventKinds } from '../read/event-kinds.ts';
import type { PlaceRow } from '../read/units.ts';
import { stockRows } from './stock-rows.ts';

/** A whole book as it goes out. */
export interface ExportSource {
  readonly units: readonly PlaceRow[];
  readonly states: Iterable<RecordState>;
  /** Values of a living record after all that is known. */
  today(id: string): Fields | undefined;
  /** Values of a person just before a fact. */
  before(person: string, fact: string): Fields;
}

type Row = { readonly [column: string]: string };

/**
 * The register as the same tables that come in. Keys are the records' own ids, so that a file that comes home to the
 * same book adds nothing. Events stand in the order in which they happened; what was told without a name names its
 * village and nobody's household; what is about work and not about people (visits, joined records) stays in the book.
 */
export function exportBook(source: ExportSource): readonly Sheet[] {
  const living = [...source.states].filter(isAlive);
  const codes = new Map(source.units.map(({ id, code }) => [id, code]));
  const ofKind = (kind: string) => living.filter((state) => state.kind === kind);
  const villages = new Map(source.units.filter(({ level }) => level === 'village').map(({ id, code }) => [id, code]));
  const byId = new Map(source.units.map((unit) => [unit.id, unit]));
  // A commune that went into another is no row: its villages are the other's, its station goes out as a point.
  const former = source.units.filter(
    (unit) => unit.level === 'commune' && byId.get(unit.parent ?? '')?.level === 'commune',
  );
  const stock = stockRows(living, villages, former);
  return [
    sheet(
      'units',
      source.units
        .filter((unit) => !former.includes(unit))
        .map((unit) => unitRow(unit, communeOver(unit, (id) => byId.get(id))?.code ?? '')),
    ),
    sheet(
      'households',
      ofKind('household').map((state) => householdRow(state, codes)),
    ),
    sheet(
      'persons',
      ofKind('person').map(({ id }) => personRow(id, source.today(id) ?? {})),
    ),
    sheet(
      'events',
      eventsOf(living).map((state) => eventRow(state, source, codes)),
    ),
    // A book without a store goes out as it always did.
    ...(stock.length === 0 ? [] : [sheet('stock', stock)]),
  ];
}

function sheet(name: TableName, rows: readonly Row[]): Sheet {
  const columns = tableColumns[name];
  return { name, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))] };
}

function unitRow({ code, name, level, validFrom, validTo, predecessors }: PlaceRow, above: string): Row {
  const dates = { valid_from: validFrom, valid_to: validTo };
  return { code, name, kind: level, parent_code: above, ...dates, predecessors };
}

function householdRow(state: RecordState, codes: ReadonlyMap<string, string>): Row {
  const read = (field: string) => textOf(shown(state, field));
  return {
    household_key: state.id,
    village_code: codes.get(String(state.place.value)) ?? '',
    household_no: read('number'),
    address: read('address'),
    kind: read('kind'),
    poor: read('poor'),
    phone: read('phone'),
  };
}

/** Columns of persons.csv by the register's field. */
const personColumns: { readonly [column: string]: string } = {
  household_key: 'household',
  full_name: 'fullName',
  relation: 'relation',
  sex: 'sex',
  birth_date: 'birthDate',
  ethnicity: 'ethnicity',
  education: 'education',
  marital: 'marital',
  residence: 'residence',
  status: 'status',
  insurance_no: 'insuranceNo',
  national_id: 'nationalId',
  mother_key: 'mother',
  spouse_key: 'spouse',
  method: 'method',
};

function personRow(id: string, today: Fields): Row {
  const cells = Object.entries(personColumns).map(([column, field]) => [column, textOf(today[field])] as const);
  return { person_key: id, ...Object.fromEntries(cells) };
}

const phases = new Map(records.map(({ kind, phase }) => [kind, phase ?? 'change']));
const phaseOrder = ['first', 'change', 'last'];

function eventsOf(living: readonly RecordState[]): readonly RecordState[] {
  const told = living.filter(({ kind, fields }) => Object.hasOwn(eventKinds, kind) && hasSomebody(kind, fields));
  const keyed = told.map((state) => [orderOf(state), state] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state);
}

function hasSomebody(kind: string, fields: RecordState['fields']): boolean {
  const rule = eventKinds[kind];
  if (rule?.mayBeNameless === true || fields[rule?.subject ?? 'person'] !== undefined) return true;
  return kind === 'change_info' && 'household' in fields;
}

/** Day, place within the day, order of writing. */
function orderOf(state: RecordState): string {
  const [ms, counter] = state.fields.date?.[0]?.stamp ?? [0, 0];
  const phase = phaseOrder.indexOf(phases.get(state.kind) ?? 'change');
  return [
    textOf(shown(state, 'date')),
    phase,
    String(ms).padStart(15, '0'),
    String(counter).padStart(9, '0'),
    state.id,
  ].join(' ');
}

function eventRow(state: RecordState, source: ExportSource, villages: ReadonlyMap<string, string>): Row {
  const { kind, id } = state;
  const rule = eventKinds[kind];
  const read = (field: string) => textOf(shown(state, field));
  const person = read(rule?.subject ?? 'person');
  const cells = Object.entries(rule?.columns ?? {}).map(([column, { field }]) => [column, read(field)] as const);
  const before = person === '' ? {} : source.before(person, id);
  const isNameless = person === '' && rule?.mayBeNameless === true;
  const village = isNameless ? { village_code: villages.get(String(state.place.value)) ?? '' } : {};
  const change = kind === 'change_info' ? { field: read('field'), old: read('old'), new: read('new') } : {};
  return {
    event_key: id,
    kind,
    date: read('date'),
    person_key: person,
    ...Object.fromEntries(cells),
    ...village,
    ...change,
    ...householdsOf(kind, before, read),
    ...beforeOf(kind, before),
  };
}

/** "household_key of an event is the household before it"; of one that brings somebody in, where they came to. */
function householdsOf(kind: string, before: Fields, read: (field: string) => string): Row {
  const held = textOf(before.household);
  const isHere = textOf(before.status) === 'active';
  const household = isHere && held !== '' ? held : read('household');
  const moved = kind === 'move_internal' ? read('toHousehold') : kind === 'adopt' && isHere ? read('household') : '';
  return { household_key: household || held, to_household_key: moved };
}

/**
 * What was before, where it does not follow from the end: of a method begun or stopped, of a marriage or divorce, of going,
 * of settling by a move_in.
 */
function beforeOf(kind: string, before: Fields): Row {
  if (kind === 'method_start' || kind === 'method_stop') return { from_method: textOf(before.method) };
  if (textOf(before.status) !== 'active') return {};
  const isMarital = kind === 'marriage' || kind === 'divorce';
  const isFlow = eventKinds[kind]?.flow !== undefined && kind !== 'birth';
  return {
    from_marital: isMarital ? textOf(before.marital) : '',
    from_residence: isFlow ? textOf(before.residence) : '',
  };
}

function textOf(value: Value | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
