import { good, type Outcome } from '../../domain/outcome.ts';
import { readCsv } from './read-csv.ts';
import { isWorkbook, readXlsx } from './read-xlsx.ts';
import type { Sheet, SheetProblem } from './sheet.ts';

/**
 * The sheets of a chosen file, told apart by what it is and not by its name: an XLSX workbook is a ZIP file. A CSV file is
 * one sheet, called like the file without its ending.
 */
export async function readSheets(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
): Promise<Outcome<readonly Sheet[], SheetProblem>> {
  if (isWorkbook(bytes)) return readXlsx(bytes);
  const sheet = readCsv(bytes, fileName.replace(/^.*[\\/]|\.[^.]*$/g, '').toLowerCase());
  return sheet.ok ? good([sheet.value]) : sheet;
}
