import { channel, movementType } from '../../../catalogue/stock/lists.ts';
import { product } from '../../../catalogue/stock/product.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import { fieldNames } from '../file/spoken.ts';
import type { Table } from '../file/table.ts';
import type { Known } from '../known.ts';
import type { Keys } from './keys.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { askStock } from './stock-doubts.ts';
import { readStockReason } from './stock-reason.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A row of stock.csv that can be taken: the line of the card, behind the supply of a person whom it names. */
export interface StockEntry {
  readonly row: number;
  readonly facts: readonly StockFact[];
  /** The outlying point whose card it is, where the book has none of that name. */
  readonly point?: StockFact;
}

interface StockFact {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
}

interface StockReading {
  readonly keys: Keys;
  readonly today: string;
  readonly known: Known;
  hasPerson(id: string): boolean;
  placeOf(person: string): string;
}

const lineKind = 'stock_movement';

/** A generator: it pauses behind each row. */
export function* readStock(
  table: Table | undefined,
  reading: StockReading,
  remarks: Remarks,
): Generator<undefined, readonly StockEntry[]> {
  const entries = new Map<string, StockEntry>();
  for (const row of table?.rows ?? []) {
    const reader = rowReader('stock', row, remarks);
    const key = reader.cell('movement_key');
    const entry = readLine(reader, key, reading);
    yield;
    if (entry === undefined || remarks.isRefused('stock', row.number)) continue;
    if (entries.has(key)) reader.ask('movement_key', 'twice_in_file', key);
    else entries.set(key, entry);
  }
  const read = [...entries.values()];
  askStock(read, reading.known, remarks);
  return read;
}

function readLine(reader: RowReader, key: string, reading: StockReading): StockEntry | undefined {
  const { keys, known, today } = reading;
  const [store, date, quantity] = [readStore(reader, reading), readDate(reader, today), readQuantity(reader)];
  const type = needed(reader, 'type', reader.code('type', movementType));
  const shelf = {
    product: needed(reader, 'product', reader.code('product', product)),
    channel: needed(reader, 'channel', reader.code('channel', channel)),
  };
  if (key === '') reader.refuse('movement_key', 'no_key');
  const expiry = reader.date('expiry', 'partial');
  const person = readPerson(reader, reading);
  if (store === undefined || date === undefined || quantity === undefined || type === undefined) return undefined;
  const id = keys.movement(key);
  const standing = known.record(id);
  if (standing !== undefined) {
    // The book's own line stays: a card is mended by another line, never over it.
    const told = { date, store: store.id, type, quantity, ...shelf };
    const other = Object.entries(told).filter(([field, value]) => (standing.fields[field] ?? '') !== (value ?? ''));
    if (other.length > 0)
      reader.ask(
        'movement_key',
        'other_values',
        fieldNames(
          'stock_movement',
          other.map(([field]) => field),
        ),
      );
    return { row: reader.number, facts: [] };
  }
  if (known.state(id) !== undefined) reader.ask('movement_key', 'taken_back');
  const common = { date, ...shelf, quantity };
  const named: readonly StockFact[] =
    person === undefined
      ? []
      : [
          {
            kind: 'supply',
            id: keys.supply(key),
            place: reading.placeOf(person),
            fields: withoutBlanks({ ...common, person, use: 'again' }),
          },
        ];
  const line: StockFact = {
    kind: lineKind,
    id,
    place: store.place,
    fields: withoutBlanks({
      ...common,
      store: store.id,
      type,
      lot: reader.text('lot', 40),
      expiry,
      unitPrice: reader.integer('unit_price', 0, 10_000_000),
      ...readStockReason(reader.cell('reason'), type),
      ...(named[0] && { supply: named[0].id }),
    }),
  };
  const { name } = store;
  const point: StockFact | undefined =
    name === undefined
      ? undefined
      : { kind: 'stock_point', id: store.id, place: store.place, fields: { name, since: date } };
  return { row: reader.number, facts: [...named, line], ...(point && { point }) };
}

function needed(reader: RowReader, column: string, value: string | undefined): string | undefined {
  if (reader.cell(column) === '') reader.refuse(column, 'unknown_code', '');
  return value;
}

interface ReadStore {
  readonly id: string;
  /** Unit id where its lines stand. */
  readonly place: string;
  /** Of a point that the book does not hold: it is opened with its first line. */
  readonly name?: string;
}

const longestPoint = 80;

/** "commune", "ctv:" and the code of a village, or "point:" and the name of an outlying point. */
function readStore(reader: RowReader, { known, keys }: StockReading): ReadStore | undefined {
  const told = reader.cell('store');
  if (told === 'commune') return { id: known.commune, place: known.commune };
  const village = told.startsWith('ctv:') ? known.village(told.slice(4)) : undefined;
  if (village !== undefined) return { id: village, place: village };
  const name = told.startsWith('point:') ? told.slice(6).trim() : '';
  if (name === '' || name.length > longestPoint) {
    reader.refuse('store', 'unknown_place', told);
    return undefined;
  }
  const standing = [...known.all('stock_point')].find(({ fields }) => foldText(String(fields.name)) === foldText(name));
  if (standing !== undefined) return { id: standing.id, place: standing.place };
  return { id: keys.point(foldText(name)), place: known.commune, name };
}

function readDate(reader: RowReader, today: string): string | undefined {
  const date = reader.date('date');
  if (reader.cell('date') === '') reader.refuse('date', 'no_date');
  if (date !== undefined && date > today) reader.refuse('date', 'future_date', date);
  return date;
}

/** Positive but of an adjustment. */
function readQuantity(reader: RowReader): number | undefined {
  const told = reader.cell('quantity');
  const number = Number(told);
  const isWhole = /^-?\d{1,6}(\.0+)?$/.test(told) && number !== 0;
  if (isWhole && (number > 0 || reader.cell('type') === 'adjust')) return number;
  reader.refuse('quantity', 'no_quantity', told);
  return undefined;
}

function readPerson(reader: RowReader, { keys, hasPerson }: StockReading): string | undefined {
  const key = reader.cell('person_key');
  if (key === '') return undefined;
  const id = keys.person(key);
  if (hasPerson(id)) return id;
  reader.refuse('person_key', 'unknown_person', key);
  return undefined;
}
