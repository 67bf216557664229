import { parsePartialDate } from '../../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../../domain/field.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { TableName } from '../file/columns.ts';
import type { Doubt, Refusal, Spoken } from '../file/reasons.ts';
import type { Remarks } from '../file/remark.ts';
import type { TableRow } from '../file/table.ts';

/** The cells of one row as values; what is wrong with them becomes a remark. `undefined`: blank, or of no use. */
export interface RowReader {
  readonly number: number;
  /** Without a remark: the trimmed text, empty where there is none. */
  cell(column: string): string;
  /** Longer text does not fit and is asked about. */
  text(column: string, longest: number): string | undefined;
  /** A key of the list; any other is refused. */
  code(column: string, list: CodeList): string | undefined;
  /** Civil date "yyyy-mm-dd" or "dd/mm/yyyy", with `partial` also "yyyy-mm" and "yyyy". */
  date(column: string, partial?: 'partial'): string | undefined;
  integer(column: string, least: number, most: number): number | undefined;
  yesNo(column: string): boolean | undefined;
  refuse(column: string, why: Refusal, value?: Spoken): void;
  ask(column: string, why: Doubt, value?: Spoken): void;
}

export function rowReader(table: TableName, row: TableRow, remarks: Remarks): RowReader {
  const refuse = (column: string, why: Refusal, value?: Spoken) =>
    remarks.refuse(table, row.number, column, why, value);
  const ask = (column: string, why: Doubt, value?: Spoken) => remarks.ask(table, row.number, column, why, value);
  const { cell } = row;
  return {
    number: row.number,
    cell,
    refuse,
    ask,
    text(column, longest) {
      const text = cell(column).replace(/\s+/g, ' ');
      if (text.length <= longest) return text === '' ? undefined : text;
      ask(column, 'odd_text', `${text.slice(0, 20)}…`);
      return undefined;
    },
    code(column, list) {
      const key = cell(column);
      if (key === '' || list.codes.some((code) => code.key === key)) return key === '' ? undefined : key;
      refuse(column, 'unknown_code', key);
      return undefined;
    },
    date(column, partial) {
      const given = cell(column);
      const date = parsePartialDate(isoDate(given));
      if (given === '') return undefined;
      if (!date.ok) refuse(column, date.error === 'impossible_date' ? date.error : whyUnread(given), given);
      else if (partial === undefined && date.value.length < 10) refuse(column, 'incomplete_date', given);
      else return date.value;
      return undefined;
    },
    integer(column, least, most) {
      const given = cell(column);
      const number = Number(given);
      if (given === '') return undefined;
      if (/^\d{1,9}(\.0+)?$/.test(given) && number >= least && number <= most) return number;
      ask(column, 'odd_number', given);
      return undefined;
    },
    yesNo(column) {
      const given = foldText(cell(column));
      if (given === '') return undefined;
      if (yes.has(given) || no.has(given)) return yes.has(given);
      refuse(column, 'unknown_code', cell(column));
      return undefined;
    },
  };
}

const yes = new Set(['yes', 'true', '1', 'x', 'co']);
const no = new Set(['no', 'false', '0', 'khong']);

/** Days since 1900 where a date was meant: 10000 is 1927, 50000 is 2036. */
function whyUnread(given: string): 'serial_date' | 'short_year' | 'unreadable_date' {
  if (/^[1-5]\d{4}(\.0+)?$/.test(given)) return 'serial_date';
  return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(given) ? 'short_year' : 'unreadable_date';
}

/** "3/5/1996", "03/05/1996", "05/1996" as they are stored; a spreadsheet's midnight is cut off. */
function isoDate(given: string): string {
  const parts = given.split(/[/.-]/);
  if (/^\d{4}-\d{2}-\d{2}[T ]00:00/.test(given)) return given.slice(0, 10);
  if (!/^\d{1,2}([/.-]\d{1,2})?[/.-]\d{4}$/.test(given)) return given;
  return parts
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
