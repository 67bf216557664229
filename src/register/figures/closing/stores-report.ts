import { stockCount } from '../../../catalogue/records/stock/papers.ts';
import { channel, movementType } from '../../../catalogue/stock/lists.ts';
import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { product } from '../../../catalogue/stock/product.ts';
import { baseUnits } from '../../../catalogue/stock/unit.ts';
import { caseKey } from '../../../domain/figure/closing/case-sketch.ts';
import type { MovedGoods } from '../../../domain/figure/closing/closing.ts';
import type { FrozenFigure } from '../../../domain/figure/closing/frozen-figures.ts';
import type { Case } from '../../../domain/figure/indicator.ts';
import type { ReportFigure, ReportTable } from '../../../domain/figure/report.ts';
import { cellOf, type StockColumn, type StockForm } from '../../../domain/stock/month-form.ts';
import { isMovementType, type Movement } from '../../../domain/stock/movement.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import { codeWords } from '../../lives/field-lines.ts';
import { lastCounts, stockReport } from '../../stock/month/month-report.ts';
import { nameOfStore } from '../../stock/point.ts';
import type { Basis, CaseList, CountedReport, ReportBench } from './counted-report.ts';
import { once } from './once.ts';
import type { Reported } from './reported.ts';

/*
 * The month's report of all stores of a commune, line by line (product and channel) and column by column. Its cases are
 * movements and counts: they name nobody.
 */

const kinds = ['stock_movement', 'stock_count'] as const;

/** A number is called by its line and its column: "BCS free dispensed". */
type Cell = Pick<FrozenFigure, 'key' | 'value' | 'text'>;

export function storesReport(register: ReportBench, { period, place }: Reported<StockForm>): CountedReport {
  const { folk } = register;
  const table = (cells: readonly Cell[]) => fillTable(folk, period.text, place, cells);
  const known = once(() => everyFact(register));
  return {
    table: () => table(cellsNow(folk, period.text)),
    fill: table,
    lists: once(() => factLists(folk, period.text)),
    isSparse: true,
    words: (key) => ({ label: cellWords(key), decimals: columnOf(key)?.decimals ?? 0 }),
    basis: (key) => ({ lists: basisOf(key), hasChange: false }),
    find: (_, sketched) => {
      const fact = known().get(sketched);
      return fact === undefined ? { record: '', subject: '', place: '', date: '' } : caseOf(fact);
    },
    behind: ({ record }) => (record === '' ? [] : [record]),
    tell: (_, one) => tellFact(folk, known().get(caseKey(one.record)), one),
  };
}

function cellsNow(folk: Folk, month: string): readonly Cell[] {
  return stockReport(folk, '', month).rows.flatMap((row) =>
    stockForm.columns.map((column): Cell => {
      const [cell, key] = [cellOf(row, column), `${row.product} ${row.channel} ${column.key}`];
      return typeof cell === 'string' ? { key, value: null, text: cell } : { key, value: cell };
    }),
  );
}

function fillTable({ places }: Folk, period: string, place: string, cells: readonly Cell[]): ReportTable {
  const { code, formSet, title } = stockForm;
  const shared = { form: code, formSet, title, period, place, placeName: places.name(place) };
  return { ...shared, rounding: 'half_up', above: [], rows: cells.flatMap(figureOf) };
}

/** A column that this release does not know is not shown. */
function figureOf({ key, value, text }: Cell): readonly ReportFigure[] {
  const column = columnOf(key);
  if (column === undefined) return [];
  return [
    {
      row: key,
      key,
      label: cellWords(key),
      unit: baseUnits[partsOf(key).product] ?? { vi: '' },
      decimals: column.decimals,
      // What is left over stands for its line.
      indent: column.key === 'closing' ? 0 : 1,
      isLegal: true,
      cell: { table: stockForm.code, line: lineWords(key), column: column.label },
      value,
      cumulative: null,
      ...(text !== undefined && { text }),
      waiting: 0,
    },
  ];
}

function partsOf(key: string) {
  const [product = '', channel = '', column = ''] = key.split(' ');
  return { product, channel, column };
}

function columnOf(key: string): StockColumn | undefined {
  const { column } = partsOf(key);
  return stockForm.columns.find((one) => one.key === column);
}

/** "Bao cao su · Miễn phí" */
function lineWords(key: string): Words {
  const parts = partsOf(key);
  return joinWords(codeWords(product, parts.product, ''), ' · ', codeWords(channel, parts.channel, ''));
}

function cellWords(key: string): Words {
  return joinWords(lineWords(key), ': ', columnOf(key)?.label ?? { vi: partsOf(key).column });
}

function joinWords(one: Words, between: string, other: Words): Words {
  return {
    vi: `${one.vi}${between}${other.vi}`,
    en: `${one.en ?? one.vi}${between}${other.en ?? other.vi}`,
  };
}

/** Lists behind a number: its column's own; of one that is worked out, those of its line that it is worked out from. */
function basisOf(key: string): Basis['lists'] {
  const { product, channel } = partsOf(key);
  const of = columnOf(key)?.of;
  if (of !== 'moves' && of !== 'moves_counts') return [key];
  return stockForm.columns
    .filter(
      (column) => column.of === 'before' || Array.isArray(column.of) || (column.of === 'counts' && of !== 'moves'),
    )
    .map((column) => `${product} ${channel} ${column.key}`);
}

/** Every fact that the month's report rests on, by the column that it is added up in. */
function factLists(folk: Folk, month: string): readonly CaseList[] {
  const lists = new Map<string, Case[]>();
  const put = ({ fields }: Held, column: string, one: Case) => {
    const key = `${textOf(fields, 'product')} ${textOf(fields, 'channel')} ${column}`;
    const cases = lists.get(key) ?? [];
    cases.push(one);
    lists.set(key, cases);
  };
  for (const move of folk.stock.movements()) {
    const column = movedIn(move, month);
    if (column !== undefined) put(move.held, column, caseOf(move.held));
  }
  for (const count of lastCounts(folk, month)) put(count, 'counted', caseOf(count));
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, cases]) => ({ key, span: 'period', cases }));
}

/** The column that a movement is added up in; none of a later month. */
function movedIn({ date, type }: Movement, month: string): StockColumn['key'] | undefined {
  const own = date.slice(0, 7);
  if (own > month) return undefined;
  if (own < month || type === 'opening') return 'opening';
  return stockForm.columns.find(({ of }) => Array.isArray(of) && of.includes(type))?.key;
}

function caseOf({ id, fields }: Held): Case {
  return { record: id, subject: id, place: textOf(fields, 'store'), date: textOf(fields, 'date') };
}

/** Movements and counts by the key of a sketch, those that were taken back among them. */
function everyFact({ folk, takenBack }: Pick<ReportBench, 'folk' | 'takenBack'>): ReadonlyMap<string, Held> {
  const standing = kinds.flatMap((kind) => [...folk.book.all(kind)]);
  const withdrawn = [...takenBack()].filter(({ kind }) => kinds.some((one) => one === kind));
  return new Map([...withdrawn, ...standing].map((fact) => [caseKey(fact.id), fact]));
}

/** Which store, on which day, what and how much: nobody's name. */
function tellFact(folk: Folk, fact: Held | undefined, { record, place, date }: Case) {
  const who = { record, person: '', household: '', householdNumber: '', villageName: nameOfStore(folk, place), date };
  const goods = fact && goodsOf(fact);
  return { who: { ...who, sex: '', name: '' }, ...(goods && { goods }), isPrivate: false };
}

function goodsOf({ fields }: Held): MovedGoods {
  const type = textOf(fields, 'type');
  const what = isMovementType(type) ? codeWords(movementType, type, '') : stockCount.label;
  const unit = baseUnits[textOf(fields, 'product')] ?? { vi: '' };
  return { what, quantity: Number(fields.quantity ?? fields.counted ?? 0), unit };
}
