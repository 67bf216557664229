import type { Fields } from '../../../domain/value.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { purposes } from './purposes.ts';

/** Somebody with what a list may say of them. */
export interface ExtractPerson {
  readonly fields: Fields;
  readonly mother: string;
  readonly village: string;
  readonly household: string;
}

/** What stands above every list, and is its watermark: whom it was made for, why, by whom, under which number. */
export interface ExtractHeading {
  readonly purpose: string;
  readonly recipient: string;
  readonly ground: string;
  readonly number: string;
  /** dd/mm/yyyy */
  readonly date: string;
  readonly by: string;
  readonly commune: string;
}

/** The list as a sheet; `people` is how many it names. Nobody is in it whom the purpose does not name. */
export function extractSheet(
  heading: ExtractHeading,
  people: readonly ExtractPerson[],
  today: string,
): Sheet & { readonly people: number } {
  const purpose = purposes.find(({ key }) => key === heading.purpose);
  if (purpose === undefined) throw new RangeError(`no purpose ${heading.purpose}`);
  const named = people.filter(({ fields }) => purpose.takes(fields, today));
  const lines = named.map((person) => purpose.columns.map(({ read }) => read(person)));
  const ordered = [...lines].sort((a, b) => a.join(' ').localeCompare(b.join(' '), 'vi'));
  const mark = `Số ${heading.number} · chỉ dùng cho: ${heading.recipient} · ${heading.ground}`;
  return {
    name: 'Danh sách',
    people: named.length,
    rows: [
      [`${heading.commune}: ${purpose.words.vi}`],
      [mark],
      [`Trích ngày ${heading.date}, người trích: ${heading.by}. Không sao chép, không chuyển cho nơi khác.`],
      ['TT', ...purpose.columns.map(({ label }) => label.vi)],
      ...ordered.map((line, index) => [String(index + 1), ...line]),
      [mark],
    ],
  };
}
