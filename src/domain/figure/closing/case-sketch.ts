/*
 * What a frozen report keeps of a list of cases: too little to carry 12,000 ids each month, enough to name the few that
 * differ from another such list. A short list is kept key by key. A long one as an invertible sketch (Goodrich and
 * Mitzenmacher, 2011): every key is added to four cells, one from each quarter; two sketches of the same length subtract
 * cell by cell, and a cell in which one key is left over gives it away.
 */

/** Lists up to so many cases are kept whole. */
const longestList = 64;
/** Four cells a key: with three, two keys of twenty too often share all of theirs. */
const parts = 4;
const partLength = 10;
const cellCount = parts * partLength;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Characters of 32 bits, of a key (64 bits), of a cell: how many, the keys, their checks. */
const word = 6;
const keyLength = 2 * word;
const cellLength = 4 * word;
const listMark = '=';
const sketchMark = '~';

interface Key {
  readonly high: number;
  readonly low: number;
}

interface Cell extends Key {
  readonly count: number;
  readonly check: number;
}

/** Keys that only one of two lists has. */
export interface Difference {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

export function sketchOf(ids: readonly string[]): string {
  const keys = ids.map(keyOf);
  if (keys.length <= longestList) return listMark + keys.map(writeKey).sort().join('');
  return sketchMark + cellsOf(keys).map(writeCell).join('');
}

/** By what a sketch knows a case: twelve characters of its id, which nobody reads back. */
export function caseKey(id: string): string {
  return writeKey(keyOf(id));
}

/** `undefined`: more differ than sketches can tell apart. */
export function differenceOf(first: string, second: string): Difference | undefined {
  if (first.startsWith(listMark) && second.startsWith(listMark)) {
    const [one, other] = [new Set(listed(first)), new Set(listed(second))];
    return {
      first: [...one].filter((key) => !other.has(key)),
      second: [...other].filter((key) => !one.has(key)),
    };
  }
  const [one, other] = [readCells(first), readCells(second)];
  return peel(one.map((cell, at) => subtract(cell, other[at] ?? emptyCell)));
}

const emptyCell: Cell = { count: 0, high: 0, low: 0, check: 0 };

function add(cell: Cell, key: Key, times: number): Cell {
  return {
    count: cell.count + times,
    high: (cell.high ^ key.high) >>> 0,
    low: (cell.low ^ key.low) >>> 0,
    check: (cell.check ^ checkOf(key)) >>> 0,
  };
}

function subtract(cell: Cell, other: Cell): Cell {
  return {
    count: (cell.count - other.count) | 0,
    high: (cell.high ^ other.high) >>> 0,
    low: (cell.low ^ other.low) >>> 0,
    check: (cell.check ^ other.check) >>> 0,
  };
}

function cellsOf(keys: readonly Key[]): Cell[] {
  const cells: Cell[] = Array.from({ length: cellCount }, () => emptyCell);
  for (const key of keys) put(cells, key, 1);
  return cells;
}

function put(cells: Cell[], key: Key, times: number): void {
  for (const at of cellsFor(key)) cells[at] = add(cells[at] ?? emptyCell, key, times);
}

function cellsFor({ high, low }: Key): readonly number[] {
  return Array.from(
    { length: parts },
    (_, part) => part * partLength + (mix(high ^ Math.imul(low, 2 * part + 1)) % partLength),
  );
}

/** Takes out, one after the other, keys that are alone in a cell. */
function peel(left: readonly Cell[]): Difference | undefined {
  const cells = [...left];
  const [first, second]: [string[], string[]] = [[], []];
  for (let rounds = 0; rounds < cellCount; rounds += 1) {
    const alone = cells.find((cell) => Math.abs(cell.count) === 1 && checkOf(cell) === cell.check);
    if (alone === undefined) break;
    const { high, low, count } = alone;
    (count > 0 ? first : second).push(writeKey({ high, low }));
    put(cells, { high, low }, -count);
  }
  const isEmpty = cells.every(({ count, high, low, check }) => count === 0 && (high | low | check) === 0);
  return isEmpty ? { first, second } : undefined;
}

function readCells(text: string): readonly Cell[] {
  if (text.startsWith(listMark)) return cellsOf(listed(text).map(readKey));
  return pieces(text.slice(1), cellLength).map((cell) => {
    const [count = 0, high = 0, low = 0, check = 0] = pieces(cell, word).map(readWord);
    return { count: count | 0, high, low, check };
  });
}

function writeCell({ count, high, low, check }: Cell): string {
  return [count >>> 0, high, low, check].map(writeWord).join('');
}

function listed(text: string): readonly string[] {
  return pieces(text.slice(1), keyLength);
}

function pieces(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.floor(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
}

function writeKey({ high, low }: Key): string {
  return writeWord(high) + writeWord(low);
}

function readKey(text: string): Key {
  return { high: readWord(text.slice(0, word)), low: readWord(text.slice(word)) };
}

function writeWord(value: number): string {
  let [text, left] = ['', value >>> 0];
  for (let at = 0; at < word; at += 1) {
    text = (digits[left % 64] ?? '') + text;
    left = Math.floor(left / 64);
  }
  return text;
}

function readWord(text: string): number {
  return [...text].reduce((value, digit) => value * 64 + Math.max(0, digits.indexOf(digit)), 0) >>> 0;
}

/** 64 bits of a text, spread well and quickly; nobody is to be kept from making two alike. */
function keyOf(text: string): Key {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return { high: mix(high ^ Math.imul(low, 3266489909)), low: mix(low ^ Math.imul(high, 2246822507)) };
}

function checkOf({ high, low }: Key): number {
  return mix(high + Math.imul(low, 0x9e3779b1));
}

function mix(value: number): number {
  const one = Math.imul(value ^ (value >>> 16), 2246822507);
  const two = Math.imul(one ^ (one >>> 13), 3266489909);
  return (two ^ (two >>> 16)) >>> 0;
}
