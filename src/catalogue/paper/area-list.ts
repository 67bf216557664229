/*
 * "Bảng kê địa bàn", the page behind the cover: which lanes a numbering area has, and which households stand in each.
 * Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0, cách ghi trang bìa và bảng kê địa bàn.
 */

/** A household as it is numbered; `null` while it has no number. */
export interface NumberedHousehold {
  readonly number: number | null;
  /** As told: "Số 5, hẻm 10, ngách 2, ngõ 371, phố Kim Mã", "Xóm Đoài". */
  readonly address: string;
}

/** One row: "Phố Kim Mã · Ngõ 371 · Ngách 2 · Hẻm 10: 23 hộ, từ hộ số 63–85". A name that no address tells is blank. */
export interface AreaRow {
  readonly street: string;
  readonly lane: string;
  readonly alley: string;
  readonly nook: string;
  readonly households: number;
  /** Their numbers without a gap that nobody holds: "63–85", "1–4, 6". Blank where none has a number. */
  readonly numbers: string;
  /** How many of them have no number yet. */
  readonly unnumbered: number;
}

/** The columns of the paper, by the words that addresses call them; a lane of the country is a xóm, đội, khóm, cụm. */
const columns = {
  street: 'phố|đường|đại lộ',
  lane: 'ngõ|kiệt|xóm|đội|khóm|cụm|tổ',
  alley: 'ngách',
  nook: 'hẻm',
} as const;
type Column = keyof typeof columns;

const everyWord = Object.values(columns).join('|');
/** Levels above that have the word of a street in them: joined to one word, they are none. */
const withStreet = /(?:tổ dân|khu|thành) phố/giu;
/** What else a name ends before: the levels above, and the number of the house. */
const bounds = `${everyWord}|tổ_dân_phố|khu_phố|thành_phố|thôn|ấp|bản|làng|buôn|xã|phường|số|nhà`;

/** Rows in the order of their first numbers; whatever has more of one name stands together, as on paper. */
export function areaRows(households: readonly NumberedHousehold[]): readonly AreaRow[] {
  const groups = new Map<string, { readonly names: Names; readonly numbers: (number | null)[] }>();
  for (const { number, address } of households) {
    const names = namesIn(address);
    const key = keysOf(names).at(-1) ?? '';
    const group = groups.get(key) ?? { names, numbers: [] };
    groups.set(key, group);
    group.numbers.push(number);
  }
  const found = [...groups.values()].map(({ names, numbers }) => ({ names, first: firstOf(numbers), numbers }));
  const firsts = new Map<string, number>();
  for (const { names, first } of found)
    for (const key of keysOf(names)) firsts.set(key, Math.min(firsts.get(key) ?? first, first));
  const orderOf = (names: Names): readonly number[] => keysOf(names).map((key) => firsts.get(key) ?? 0);
  return found
    .sort((a, b) => compare(orderOf(a.names), orderOf(b.names)))
    .map(({ names, numbers }) => ({
      ...names,
      households: numbers.length,
      numbers: spellRanges(numbers.filter((number) => number !== null)),
      unnumbered: numbers.filter((number) => number === null).length,
    }));
}

/** First to last of what is numbered; nothing where none is. */
export function numberSpan(
  households: readonly NumberedHousehold[],
): { readonly from: number; readonly to: number } | undefined {
  const numbers = households.flatMap(({ number }) => (number === null ? [] : [number])).sort((a, b) => a - b);
  const [from, to] = [numbers[0], numbers.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

type Names = { readonly [column in Column]: string };

function namesIn(address: string): Names {
  const told = address.normalize('NFC').replace(withStreet, joinWords);
  return {
    street: nameOf(told, 'street'),
    lane: nameOf(told, 'lane'),
    alley: nameOf(told, 'alley'),
    nook: nameOf(told, 'nook'),
  };
}

function joinWords(words: string): string {
  return words.replaceAll(' ', '_');
}

/** "ngõ 371" → "Ngõ 371"; blank where the address says no such word. */
function nameOf(address: string, column: Column): string {
  const found = patterns[column].exec(address);
  const [, word = '', name = ''] = found ?? [];
  const trimmed = name.trim().replace(/\s+/g, ' ');
  return trimmed === '' ? '' : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${trimmed}`;
}

const patterns: { readonly [column in Column]: RegExp } = {
  street: patternOf('street'),
  lane: patternOf('lane'),
  alley: patternOf('alley'),
  nook: patternOf('nook'),
};

/** Letters with accents are no letters to \b: the edges are said by what may stand there. */
function patternOf(column: Column): RegExp {
  return new RegExp(
    `(?:^|[\\s,;.(–-])(${columns[column]})\\s+([^,;()]+?)(?=[,;()]|$|\\s[–-]\\s|\\s(?:${bounds})\\s)`,
    'iu',
  );
}

/** One for each column, each with those before it: whatever has the same names so far stands together. */
function keysOf({ street, lane, alley, nook }: Names): readonly string[] {
  const names = [street, lane, alley, nook].map((name) => name.toLowerCase());
  return names.map((_, index) => names.slice(0, index + 1).join(' | '));
}

function firstOf(numbers: readonly (number | null)[]): number {
  return Math.min(...numbers.map((number) => number ?? Number.MAX_SAFE_INTEGER));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function spellRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
