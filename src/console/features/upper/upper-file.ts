import type { ReportTable } from '../../../domain/figure/report.ts';
import { type LaidOutReport, reportLines } from '../../../formats/report/report-lines.ts';
import { writeReport } from '../../../formats/report/write-report.ts';
import { writeCsv } from '../../../formats/sheet/write-csv.ts';
import { consoleVi } from '../../../i18n/console-vi.ts';
import { type NamedBytes, saveFile } from '../../../ui/form/files/save-file.ts';
import type { UpperAnswer, UpperColumn } from '../../api.ts';

interface SavedForm {
  readonly upper: UpperAnswer;
  readonly nameOf: (column: UpperColumn) => string;
  readonly hasOwn: boolean;
}

/** Where whoever sends the form writes its own name: this hub does not know it. */
const byHand = '………………………………';

/** The upper form as a file like the commune's. @returns its name */
export async function saveUpper(form: SavedForm, format: 'xlsx' | 'csv'): Promise<string> {
  const laidOut = layOut(form);
  const name = `${laidOut.table.form}-${laidOut.table.period}`.toLowerCase();
  const file: NamedBytes = { name: `${name}.${format}`, bytes: await bytesOf(laidOut, name, format) };
  saveFile(file);
  return file.name;
}

async function bytesOf(laidOut: LaidOutReport, name: string, format: 'xlsx' | 'csv') {
  return format === 'xlsx' ? writeReport({ ...laidOut, by: '' }) : writeCsv({ name, rows: reportLines(laidOut) });
}

/** Columns in Vietnamese, as on the form; whoever has handed in nothing is named so in the heading. */
function layOut({ upper, nameOf, hasOwn }: SavedForm): LaidOutReport {
  const { together, columns } = upper;
  const copy = consoleVi.upper;
  const counted = columns.filter(({ values }) => values.length > 0).length;
  return {
    table: { ...together, placeName: copy.togetherOf(counted, columns.length) },
    columns: columns.map((column) => {
      const { values } = column;
      return columnOf(together, values.length > 0 ? nameOf(column) : copy.without(nameOf(column)), values);
    }),
    hasOwn,
    communeName: byHand,
    isOfPeriodAlone: true,
  };
}

function columnOf(form: ReportTable, placeName: string, values: readonly (number | null)[]): ReportTable {
  const place = <Figure>(figures: readonly Figure[], from: number) =>
    figures.map((figure, index) => ({ ...figure, value: values[from + index] ?? null }));
  return { ...form, placeName, above: place(form.above, 0), rows: place(form.rows, form.above.length) };
}
