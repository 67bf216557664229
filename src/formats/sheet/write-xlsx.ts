import type { Sheet } from './sheet.ts';

/**
 * Writes an XLSX workbook (ECMA-376), a sheet for each table, headings bold and kept in sight. Every cell is text: what
 * begins like a formula stays what was written.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const pages = sheets.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: rows.map((row, index) => row.map((value) => textCell(value, index === 0))),
  }));
  const blob = await writeWorkbook(pages).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function textCell(value: string, isHeading: boolean) {
  if (value === '') return null;
  return isHeading ? { value, type: String, fontWeight: 'bold' as const } : { value, type: String };
}
