import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import { foldText } from '../../../domain/search-key.ts';
import { type OldFont, readOldFonts } from '../../old-fonts/recognise-font.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { TableName } from './columns.ts';
import { readTable, type Table, type TableProblem, type Tables } from './table.ts';

/** A file with the sheets that were read from it. */
export interface OpenedFile {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

export interface FoundTables {
  readonly tables: Tables;
  /** Files and sheets that hold no table of a register, or one that another held already: told, never just left. */
  readonly unread: readonly string[];
  /** The old font that some text was typed in; the tables have it in Unicode. */
  readonly font: OldFont | undefined;
}

/** Names of the tables as files and sheets are called, without accents. */
const called: { readonly [folded: string]: TableName } = {
  units: 'units',
  'don vi': 'units',
  'dia ban': 'units',
  households: 'households',
  ho: 'households',
  'ho gia dinh': 'households',
  persons: 'persons',
  'nhan khau': 'persons',
  nguoi: 'persons',
  events: 'events',
  'bien dong': 'events',
  'su kien': 'events',
  stock: 'stock',
  kho: 'stock',
  'the kho': 'stock',
};

/** The table that a file or a sheet of this name holds, whatever its case, accents or ending. */
export function tableCalled(name: string): TableName | undefined {
  const folded = foldText(name.replace(/\.(csv|xlsx|txt)$/i, '').replace(/[_.]+/g, ' '));
  return Object.hasOwn(called, folded) ? called[folded] : undefined;
}

type Found = Outcome<FoundTables, { readonly file: string; readonly problem: TableProblem }>;

/** The tables of a register by the names of sheets; a file with one sheet is called like the file. */
export function findTables(files: readonly OpenedFile[]): Found {
  const tables: { [name in TableName]?: Table } = {};
  const unread: string[] = [];
  const fonts: OldFont[] = [];
  for (const { file, sheet, label, name } of files.flatMap(namedSheets)) {
    if (name === undefined || tables[name] !== undefined) {
      unread.push(label);
      continue;
    }
    const { rows, font } = readOldFonts(sheet.rows);
    const table = readTable(name, { name: sheet.name, rows });
    if (!table.ok) return bad({ file, problem: table.error });
    tables[name] = table.value;
    if (font !== undefined) fonts.push(font);
  }
  return good({ tables, unread, font: fonts[0] });
}

/** A workbook has blank sheets more often than not. */
export function isFilled({ rows }: Sheet): boolean {
  return rows.some((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** Sheets that hold anything, with the table that each is called after and what it is called where it is told. */
function namedSheets({ name: file, sheets }: OpenedFile) {
  const filled = sheets.filter(isFilled);
  const isOnly = filled.length === 1;
  return filled.map((sheet) => ({
    file,
    sheet,
    label: isOnly ? file : `${file}: ${sheet.name}`,
    name: tableCalled(sheet.name) ?? (isOnly ? tableCalled(file) : undefined),
  }));
}
