import { looksLikeFormula, type Sheet } from './sheet.ts';

/**
 * Writes a CSV file (RFC 4180): UTF-8 with the mark at the front by which a spreadsheet programme knows it, commas, CRLF.
 * A cell that could be taken for a formula gets an apostrophe before it, as such programmes write text; `readCsv` takes
 * it off again.
 */
export function writeCsv({ rows }: Sheet): Uint8Array<ArrayBuffer> {
  const lines = rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

function writeCell(cell: string): string {
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
