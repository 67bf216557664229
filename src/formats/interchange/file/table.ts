import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import { plainText } from '../../../sync/wire/bounds.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { neededColumns, type TableName, tableColumns } from './columns.ts';

/** One row of a table by column name; `number` as a spreadsheet shows it, the heading being row 1. */
export interface TableRow {
  readonly number: number;
  /** Trimmed text as a book can hold it; empty where the column or the cell is. */
  cell(column: string): string;
}

export interface Table {
  readonly name: TableName;
  readonly rows: readonly TableRow[];
  /** Columns that no table of this name has: told, then passed over. */
  readonly strange: readonly string[];
}

/** Columns that are needed and not there. */
export interface TableProblem {
  readonly table: TableName;
  readonly missing: readonly string[];
}

/** A sheet whose first row names the columns, in any order and case; blank rows are passed over. */
export function readTable(name: TableName, sheet: Sheet): Outcome<Table, TableProblem> {
  const [heading = [], ...rows] = sheet.rows;
  const places = new Map<string, number>();
  for (const [index, title] of heading.entries()) {
    const column = title.trim().toLowerCase();
    if (column !== '' && !places.has(column)) places.set(column, index);
  }
  const missing = neededColumns[name].filter((column) => !places.has(column));
  if (missing.length > 0) return bad({ table: name, missing });
  const strange = [...places.keys()].filter((column) => !tableColumns[name].includes(column));
  return good({ name, strange, rows: rows.flatMap((cells, index) => tableRow(places, cells, index + 2)) });
}

function tableRow(places: ReadonlyMap<string, number>, cells: readonly string[], number: number): readonly TableRow[] {
  if (cells.every((cell) => cell.trim() === '')) return [];
  return [{ number, cell: (column) => plainText(cells[places.get(column) ?? -1] ?? '').trim() }];
}

/** The tables of a register that were given; households and people, or events of those whom the register knows. */
export type Tables = { readonly [name in TableName]?: Table };
