import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import {
  type FoundTables,
  findTables,
  type OpenedFile,
  tableCalled,
} from '../../../src/formats/interchange/file/find-tables.ts';
import type { TableProblem } from '../../../src/formats/interchange/file/table.ts';
import { readSheets } from '../../../src/formats/sheet/read-sheets.ts';
import type { SheetProblem } from '../../../src/formats/sheet/sheet.ts';

export type FolderProblem =
  | { readonly is: 'no_folder' }
  | { readonly is: 'no_tables'; readonly unread: readonly string[] }
  | { readonly is: 'sheet'; readonly file: string; readonly problem: SheetProblem }
  | { readonly is: 'columns'; readonly file: string; readonly problem: TableProblem };

/** The tables of a register in a folder: a CSV file each, an XLSX file each, or sheets of a workbook, by their names. */
export async function readFolder(folder: string): Promise<Outcome<FoundTables, FolderProblem>> {
  const files = await list(folder);
  if (files === undefined) return bad({ is: 'no_folder' });
  const opened: OpenedFile[] = [];
  const strangers: string[] = [];
  for (const name of files) {
    if (!mayHoldTable(name)) {
      strangers.push(name);
      continue;
    }
    const sheets = await readSheets(new Uint8Array(await readFile(join(folder, name))), name);
    if (!sheets.ok) return bad({ is: 'sheet', file: name, problem: sheets.error });
    opened.push({ name, sheets: sheets.value });
  }
  const found = findTables(opened);
  if (!found.ok) return bad({ is: 'columns', ...found.error });
  const { tables, font } = found.value;
  const unread = [...found.value.unread, ...strangers];
  return Object.keys(tables).length === 0 ? bad({ is: 'no_tables', unread }) : good({ tables, unread, font });
}

/** Any workbook may; a CSV file says by its name what it is. */
function mayHoldTable(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return ending === '.xlsx' || (ending === '.csv' && tableCalled(name) !== undefined);
}

/** CSV files first: they are what they are called. */
async function list(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
    return names.sort((a, b) => extname(a).localeCompare(extname(b)) || (a < b ? -1 : 1));
  } catch {
    return undefined;
  }
}
