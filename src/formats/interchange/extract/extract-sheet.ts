import type { Fields } from '../../../domain/value.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { Purpose } from './purposes.ts';

/** Somebody with what a list may say of them. */
export interface ExtractPerson {
  readonly fields: Fields;
  readonly mother: string;
  readonly village: string;
  readonly household: string;
}

/** What stands above every list, and is its watermark: whom it was made for, why, by whom, under which number. */
export interface ExtractHeading {
  readonly recipient: string;
  readonly ground: string;
  readonly number: string;
  /** dd/mm/yyyy */
  readonly date: string;
  readonly by: string;
  readonly commune: string;
  /** "Trạm trưởng … đồng ý ngày …, văn bản số …"; empty where the purpose is one of the list. */
  readonly approval: string;
}

export interface ExtractSheet extends Sheet {
  /** How many people it names. */
  readonly people: number;
  /** Printed large and pale across every page. */
  readonly watermark: string;
}

/** The list as a sheet. Nobody is in it whom the purpose does not name. */
export function extractSheet(
  purpose: Purpose,
  heading: ExtractHeading,
  people: readonly ExtractPerson[],
  today: string,
): ExtractSheet {
  const { recipient, ground, number, date, by, commune, approval } = heading;
  const named = people.filter(({ fields }) => purpose.takes(fields, today));
  const lines = named.map((person) => purpose.columns.map(({ read }) => read(person)));
  // By given name, then what stands before it: the name is the first column of every purpose.
  const orderOf = ([name = '', ...rest]: readonly string[]) =>
    [name.split(/\s+/).reverse()[0], name, ...rest].join(' ');
  const ordered = [...lines].sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'vi'));
  const mark = `Số ${number} · chỉ dùng cho: ${recipient} · ${ground}`;
  return {
    name: 'Danh sách',
    people: named.length,
    watermark: `Số ${number}\n${recipient}`,
    rows: [
      [`${commune}: ${purpose.words.vi}`],
      [mark],
      [`Trích ngày ${date}, người trích: ${by}. Không sao chép, không chuyển cho nơi khác.`],
      ...(approval === '' ? [] : [[approval]]),
      ['TT', ...purpose.columns.map(({ label }) => label.vi)],
      ...ordered.map((line, index) => [String(index + 1), ...line]),
      [mark],
    ],
  };
}
