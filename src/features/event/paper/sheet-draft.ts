import type { Fields, Value } from '../../../domain/value.ts';

/* A half typed sheet as the answers of a draft: what was typed, letter by letter, and which rows are saved already. */

export interface PaperRow {
  /** Unique within its sheet. */
  readonly id: string;
  readonly household: string;
  readonly cells: { readonly [question: string]: string };
  /** Transaction it was saved in; blank while it is not. */
  readonly saved: string;
}

export interface PaperSheet {
  /** Village, and "2026-10". */
  readonly place: string;
  readonly month: string;
  /** Rows by the number of their table. */
  readonly rows: { readonly [table: string]: readonly PaperRow[] };
}

export function sheetOf(answers: Fields): PaperSheet {
  const rows: { [table: string]: readonly PaperRow[] } = {};
  for (const [table, list] of Object.entries(nested(answers.rows))) {
    rows[table] = Array.isArray(list) ? list.map(rowOf) : [];
  }
  return { place: text(answers.place), month: text(answers.month), rows };
}

export function answersOfSheet({ place, month, rows }: PaperSheet): Fields {
  const tables = Object.entries(rows).map(([table, list]) => [table, list.map((row) => ({ ...row }))] as const);
  return { place, month, rows: Object.fromEntries(tables) };
}

/** Nothing was typed into it. */
export function isBlank({ household, cells }: PaperRow): boolean {
  return household.trim() === '' && Object.values(cells).every((cell) => cell.trim() === '');
}

/** Tables with lines that were typed and are not saved, and how many. */
export function unsavedTables({ rows }: PaperSheet): readonly { readonly number: number; readonly lines: number }[] {
  return Object.entries(rows)
    .map(([table, list]) => ({
      number: Number(table),
      lines: list.filter((row) => row.saved === '' && !isBlank(row)).length,
    }))
    .filter(({ lines }) => lines > 0)
    .sort((one, other) => one.number - other.number);
}

export function blankRow(id: string): PaperRow {
  return { id, household: '', cells: {}, saved: '' };
}

function rowOf(value: Value): PaperRow {
  const fields = nested(value);
  const cells = Object.entries(nested(fields.cells)).map(([key, cell]) => [key, text(cell)] as const);
  return {
    id: text(fields.id),
    household: text(fields.household),
    cells: Object.fromEntries(cells),
    saved: text(fields.saved),
  };
}

function nested(value: Value | undefined): Fields {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value));
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
