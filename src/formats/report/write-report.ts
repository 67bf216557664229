import { footOf, headingsOf, type LaidOutReport, linesOf, periodLine, type ReportLine } from './report-lines.ts';

interface SignedReport extends LaidOutReport {
  /** Who makes it: printed over the place for her hand. */
  readonly by: string;
}

/* The library writes into no cell of these, and asks for arrays that it could. */
type Cell = object | null;
type Row = Cell[];

/**
 * A report as a workbook laid out like the paper form: who reports and which form at the top, the title over all columns,
 * ruled rows, and room for two hands. Numbers are numbers; every other cell is text, whatever it begins with.
 */
export async function writeReport(report: SignedReport): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const lines = linesOf(report);
  const across = headingsOf(report).length;
  const data = [
    ...topOf(report, across),
    headingsOf(report).map((heading) => ({
      ...ruled,
      value: heading,
      type: String,
      fontWeight: 'bold',
      align: 'center',
      wrap: true,
      height: 36,
    })),
    ...lines.flatMap((line) => [...partRow(line, across), lineRow(line)]),
    ...footRow(footOf(report), across),
    ...signedBy(report.by, across),
  ];
  const columns = [
    { width: 7 },
    { width: 58 },
    { width: 12 },
    ...lines.slice(0, 1).flatMap(({ values }) => values.map(() => ({ width: 13 }))),
  ];
  const blob = await writeWorkbook([{ sheet: report.table.form, data, columns }], {
    features: [onA4(report)],
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** A4, as wide as the page is; a month is one page of paper and stays one. */
function onA4({ columns, table }: LaidOutReport) {
  const orientation = columns.length > mostUpright ? 'landscape' : 'portrait';
  const pages = table.form === onOnePage ? 1 : 0;
  const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${pages}"/>`;
  const sheet = {
    transform: (xml: string) =>
      xml
        .replace(/<worksheet[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
        .replace('</worksheet>', `${setup}</worksheet>`),
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': sheet } } };
}

const onOnePage = '01-DSX';
/** So many villages fit beside each other on a page that stands. */
const mostUpright = 2;
const ruled = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center', height: 18 };

function text(value: string, look: object = {}): Cell {
  return value === '' ? null : { value, type: String, ...look };
}

/** One cell over so many columns: the others of them are blank. */
function over(value: string, span: number, look: object = {}): Row {
  const cell = { value, type: String, columnSpan: span, wrap: true, ...look };
  return [cell, ...Array.from({ length: span - 1 }, () => null)];
}

function topOf({ table, communeName }: SignedReport, across: number): Row[] {
  const right = across - 2;
  const centre = { align: 'center' };
  return [
    [
      ...over(`Đơn vị báo cáo: ${communeName}`, 2),
      ...over(`Biểu ${table.form}`, right, { ...centre, fontWeight: 'bold' }),
    ],
    [null, null, ...over('Ban hành kèm theo Thông tư 01/2022/TT-BYT', right, centre)],
    [],
    over(table.title.vi.toUpperCase(), across, { ...centre, fontWeight: 'bold', fontSize: 14 }),
    over(`${table.placeName}. ${periodLine(table)}`, across, { ...centre, fontStyle: 'italic' }),
    [],
  ];
}

function partRow({ part }: ReportLine, across: number): Row[] {
  return part === '' ? [] : [over(part, across, { ...ruled, fontWeight: 'bold' })];
}

function footRow(foot: string, across: number): Row[] {
  return foot === '' ? [] : [over(foot, across, { fontStyle: 'italic' })];
}

function lineRow({ number, label, indent, unit, decimals, values }: ReportLine): Row {
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return [
    text(number || ' ', ruled),
    text(label, { ...ruled, indent, wrap: true }),
    text(unit, { ...ruled, align: 'center' }),
    ...values.map((value) =>
      value === null
        ? { value: '—', type: String, ...ruled, align: 'right' }
        : { value, type: Number, format, ...ruled, align: 'right' },
    ),
  ];
}

function signedBy(by: string, across: number): Row[] {
  const right = across - 2;
  const bold = { align: 'center', fontWeight: 'bold' };
  const centre = { align: 'center' };
  return [
    [],
    [null, null, ...over('Ngày …… tháng …… năm ………', right, { align: 'center', fontStyle: 'italic' })],
    [...over('Người lập biểu', 2, bold), ...over('Thủ trưởng đơn vị', right, bold)],
    [...over('(Ký, ghi rõ họ tên)', 2, centre), ...over('(Ký, đóng dấu, ghi rõ họ tên)', right, centre)],
    [],
    [],
    [],
    over(by, 2, centre),
  ];
}
