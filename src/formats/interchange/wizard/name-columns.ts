import { foldText } from '../../../domain/search-key.ts';

/* A name may stand in two columns, so that a list can be sorted by given names: "Họ và tên đệm" and "Tên". */

type Rows = readonly (readonly string[])[];

const parts = new Set(
  [
    'ho dem',
    'ho va dem',
    'ho ten dem',
    'ho va ten dem',
    'ho chu dem',
    'ho va chu dem',
    'dem',
    'ten dem',
    'chu dem',
  ].concat(
    ['ho lot', 'ho va lot', 'ho ten lot', 'ho va ten lot', 'ho chu lot', 'ho va chu lot', 'chu lot', 'ten lot'],
    ['dem va ten', 'ten dem va ten', 'chu dem va ten', 'chu lot va ten', 'ten lot va ten'],
  ),
);

/** Words of a heading without accents; commas, slashes and brackets are blanks. */
export function wordsOf(heading: string): string {
  return foldText(heading)
    .replace(/[.:*(),/–-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A part of a name, which is none without the rest. Without accents "Họ" would be "Hộ". */
export function isNamePart(heading: string): boolean {
  return heading.normalize('NFC').trim().toLowerCase() === 'họ' || parts.has(wordsOf(heading));
}

/**
 * The columns that make up a name: the one of the whole name, with the column beside it over which its heading was
 * merged; else the parts with the given name.
 * @param isName whether a heading tells of a name or a part of one
 * @param below rows under the heading, as far as they are known
 */
export function nameColumns(
  heading: readonly string[],
  isName: (title: string) => boolean,
  below: Rows,
): ReadonlySet<number> {
  const named = heading.flatMap((title, index) => (isName(title) ? [index] : []));
  const titleOf = (index: number) => heading[index] ?? '';
  const split = named.filter((index) => isNamePart(titleOf(index)));
  const isGiven = (index: number) => wordsOf(titleOf(index)) === 'ten';
  const whole = named.find((index) => !split.includes(index) && !isGiven(index));
  const given = named.filter(isGiven).slice(0, 1);
  if (whole === undefined) return new Set([...split, ...given]);
  const isMerged = whole + 1 < heading.length && titleOf(whole + 1).trim() === '' && holdsNames(below, whole + 1);
  return new Set(isMerged ? [whole, whole + 1] : [whole]);
}

/** Words and no numbers, and not only "Nam", "Nữ" or a cross. */
function holdsNames(rows: Rows, column: number): boolean {
  const cells = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => !/^(?:\(?\d{1,2}\)?)?$/.test(cell));
  if (rows.length > 0 && cells.length === 0) return false;
  const isMark = (cell: string) => /^(?:nam|nu|x)$/.test(foldText(cell));
  return cells.every((cell) => !/\d/.test(cell)) && (cells.length === 0 || !cells.every(isMark));
}
