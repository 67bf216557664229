import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { mostRows, type Sheet, type SheetProblem } from './sheet.ts';
import { unpackedSize } from './unpacked-size.ts';

/** A commune's whole register unpacks to a tenth of this; what claims more is a bomb or no register. */
const mostUnpackedBytes = 256 * 1024 * 1024;

/** XLSX (a ZIP file), or what holds an old XLS and an XLSX behind a password: neither is text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
}

/**
 * Reads every sheet of an XLSX workbook (ECMA-376) as text cells in NFC: numbers as they are stored, dates as
 * "yyyy-mm-dd", of a formula its last value. The reader is loaded when a file is there: it costs a phone nothing before.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<readonly Sheet[], SheetProblem>> {
  const size = unpackedSize(bytes);
  if (size === undefined || size > mostUnpackedBytes) return bad({ is: 'not_xlsx', row: 1 });
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const sheets = await readWorkbook<string>(whole, { parseNumber: (text) => text });
    if (sheets.some(({ data }) => data.length > mostRows + 1)) return bad({ is: 'too_many_rows', row: mostRows + 2 });
    return good(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })));
  } catch {
    // Any other file under this name: the library throws a different error for each.
    return bad({ is: 'not_xlsx', row: 1 });
  }
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.normalize('NFC');
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return '';
}
