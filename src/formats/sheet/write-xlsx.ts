/** A table that is written: a number stays one, so that it can be added up. */
interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** Rows above the data, the last of them its headings; one where not said. */
  readonly headRows?: number;
  /** Widths of the columns, in letters. */
  readonly widths?: readonly number[];
  readonly watermark?: string;
}

/**
 * Writes an XLSX workbook (ECMA-376), a sheet for each table, headings bold and kept in sight. A text that begins like a
 * formula stays what was written. With `watermark` that text stands large and pale in the middle of every printed page.
 */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const pages = sheets.map(({ name, rows, headRows = 1, widths }) => ({
    sheet: name,
    stickyRowsCount: headRows,
    ...(widths && { columns: widths.map((width) => ({ width })) }),
    data: rows.map((row, index) => row.map((value) => cellOf(value, index < headRows))),
  }));
  const marks = sheets.map(({ watermark }) => watermark ?? '');
  const features = marks.some((mark) => mark !== '') ? [pageMarks(marks)] : [];
  const blob = await writeWorkbook(pages, { features }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cellOf(value: string | number, isHeading: boolean) {
  if (value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
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
