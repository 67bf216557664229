import { formatDate } from '../../domain/calendar/partial-date.ts';
import { readPeriod } from '../../domain/calendar/period.ts';
import { cumulativeWithPaper, type ReportFigure, type ReportTable } from '../../domain/figure/report.ts';
import { type Rounding, roundTo } from '../../domain/figure/rounding.ts';

/** A filled form as it is laid out on paper; `columns`: the same form of each place beneath, where they are asked for. */
export interface LaidOutReport {
  readonly table: ReportTable;
  readonly columns: readonly ReportTable[];
  /** Rows that stand on no form of the law, too. */
  readonly hasOwn: boolean;
  readonly communeName: string;
  /** Without the column since January: forms of the level above have none. */
  readonly isOfPeriodAlone?: true;
}

const paperFoot = 'Lũy kế gồm cả số nhập tay của các tháng trước khi có sổ trên máy.';

/** Headings of the columns, in Vietnamese as on the form. */
export function headingsOf({ table, columns, isOfPeriodAlone }: LaidOutReport): readonly string[] {
  const places = [table, ...columns].map(({ placeName }) => placeName);
  return ['TT', 'Tên chỉ tiêu', 'Đơn vị tính', ...places, ...(isOfPeriodAlone ? [] : ['Lũy kế từ đầu năm'])];
}

/** One row of the form: its cells as numbers, `null` for what does not exist. */
export interface ReportLine {
  readonly number: string;
  readonly label: string;
  readonly indent: number;
  readonly unit: string;
  readonly decimals: number;
  /** The place itself, those beneath it, then since January. */
  readonly values: readonly (number | null)[];
  /** Heading of the part that begins with this row. */
  readonly part: string;
}

/** Rows as printed, with what stands above the form first. */
export function linesOf({ table, columns, hasOwn, isOfPeriodAlone }: LaidOutReport): readonly ReportLine[] {
  const { rounding } = table;
  const rows = [...table.above, ...table.rows];
  const villages = columns.map((column) => [...column.above, ...column.rows]);
  let part = '';
  return rows.flatMap((figure, index): readonly ReportLine[] => {
    if (!figure.isLegal && !hasOwn) return [];
    const begins = figure.part?.vi ?? '';
    const line = {
      number: figure.isLegal && figure.row !== figure.key ? figure.row : '',
      label: labelOf(figure),
      indent: figure.indent,
      unit: figure.unit.vi,
      decimals: figure.decimals,
      values: [
        shortened(figure.value, figure.decimals, rounding),
        ...villages.map((column) => shortened(column[index]?.value ?? null, figure.decimals, rounding)),
        ...(isOfPeriodAlone ? [] : [shortened(cumulativeWithPaper(figure), figure.decimals, rounding)]),
      ],
      part: begins === part ? '' : begins,
    };
    part = begins;
    return [line];
  });
}

/** What is to be said under the form; nothing where the book counts all. */
export function footOf({ table, isOfPeriodAlone }: LaidOutReport): string {
  const typed = [...table.above, ...table.rows].find(({ withPaper }) => withPaper !== undefined)?.withPaper;
  return typed === undefined || isOfPeriodAlone ? '' : paperFoot;
}

function labelOf({ cell, short, label }: ReportFigure): string {
  return cell === undefined ? (short ?? label).vi : `${cell.line.vi}, ${cell.column.vi.toLowerCase()}`;
}

function shortened(value: number | null, decimals: number, rounding: Rounding): number | null {
  return value === null ? null : roundTo(value, decimals, rounding);
}

/** The same as text cells: a heading, then a row for each number. What does not exist is blank. */
export function reportLines(report: LaidOutReport): readonly (readonly string[])[] {
  const rows = linesOf(report).map(({ number, label, unit, values }) => {
    return [number, label, unit, ...values.map((value) => (value === null ? '' : String(value)))];
  });
  return [headingsOf(report), ...rows];
}

/** "Từ 01/10/2026 đến 31/10/2026". */
export function periodLine({ period }: ReportTable): string {
  const read = readPeriod(period);
  return read.ok ? `Từ ${formatDate(read.value.first)} đến ${formatDate(read.value.last)}` : period;
}
