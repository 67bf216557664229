import type { Sheet } from './sheet.ts';

/**
 * Writes an XLSX workbook (ECMA-376), a sheet for each table, headings bold and kept in sight. Every cell is text: what
 * begins like a formula stays what was written. With `watermark` that text stands large and pale in the middle of every
 * printed page.
 */
export async function writeXlsx(
  sheets: readonly (Sheet & { readonly watermark?: string })[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const pages = sheets.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: rows.map((row, index) => row.map((value) => textCell(value, index === 0))),
  }));
  const marks = sheets.map(({ watermark }) => watermark ?? '');
  const features = marks.some((mark) => mark !== '') ? [pageMarks(marks)] : [];
  const blob = await writeWorkbook(pages, { features }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function textCell(value: string, isHeading: boolean) {
  if (value === '') return null;
  return isHeading ? { value, type: String, fontWeight: 'bold' as const } : { value, type: String };
}

/** A header of many lines reaches the middle of the page, behind the cells: the way spreadsheets print a watermark. */
function pageMarks(marks: readonly string[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
            const mark = marks[sheetIndex] ?? '';
            return mark === '' ? undefined : `<headerFooter><oddHeader>${headerText(mark)}</oddHeader></headerFooter>`;
          },
        },
      },
    },
  };
}

/** Longest header that spreadsheet programmes take. */
const longestHeader = 255;
/** Lines of that size down to the middle of a page. */
const middleOfPage = 6;

/** "&" begins a code of the header (ECMA-376, 18.3.1.39). */
function headerText(mark: string): string {
  const codes = `&C&"-,Bold"&36&KC8C8C8${'\n'.repeat(middleOfPage)}`;
  const text = `${codes}${mark.replaceAll('&', '&&')}`.slice(0, longestHeader);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
