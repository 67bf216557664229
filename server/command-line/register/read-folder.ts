import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import { type TableName, tableNames } from '../../../src/formats/interchange/file/columns.ts';
import { readTable, type Table, type TableProblem, type Tables } from '../../../src/formats/interchange/file/table.ts';
import { readSheets } from '../../../src/formats/sheet/read-sheets.ts';
import type { SheetProblem } from '../../../src/formats/sheet/sheet.ts';

export type FolderProblem =
  | { readonly is: 'no_folder' }
  | { readonly is: 'no_tables' }
  | { readonly is: 'sheet'; readonly file: string; readonly problem: SheetProblem }
  | { readonly is: 'columns'; readonly file: string; readonly problem: TableProblem };

/** The tables of a register in a folder: a CSV file each, an XLSX file each, or sheets of a workbook, by their names. */
export async function readFolder(folder: string): Promise<Outcome<Tables, FolderProblem>> {
  const files = await list(folder);
  if (files === undefined) return bad({ is: 'no_folder' });
  const tables: { [name in TableName]?: Table } = {};
  for (const file of files) {
    const sheets = await readSheets(new Uint8Array(await readFile(join(folder, file))), file);
    if (!sheets.ok) return bad({ is: 'sheet', file, problem: sheets.error });
    for (const sheet of sheets.value) {
      const name = tableNames.find((one) => one === sheet.name);
      if (name === undefined || tables[name] !== undefined) continue;
      const table = readTable(name, sheet);
      if (!table.ok) return bad({ is: 'columns', file, problem: table.error });
      tables[name] = table.value;
    }
  }
  return Object.keys(tables).length === 0 ? bad({ is: 'no_tables' }) : good(tables);
}

async function list(folder: string): Promise<readonly string[] | undefined> {
  try {
    const names = (await readdir(folder)).sort();
    const known = names.filter((name) => tableNames.some((table) => name.toLowerCase() === `${table}.csv`));
    return [...known, ...names.filter((name) => extname(name).toLowerCase() === '.xlsx')];
  } catch {
    return undefined;
  }
}
