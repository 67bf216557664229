import { noRows, type WholeRow, type WholeRows } from '../whole-rows.ts';

/*
 * Rows of a page stay the bytes of a JSON list, and are read one by one where somebody asks for one: what they show
 * stands in columns elsewhere, and nobody who opens a book waits for them.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** How the rows of a head begin, which is its last member: within a text of the head the quotes were escaped. */
const mark = encoder.encode(',"rows":[');
const openingBracket = 91;

/** A head of which the rows were not read. */
interface HeadApart {
  /** What its JSON says but for the rows. */
  readonly head: unknown;
  /** JSON of the rows. */
  readonly list: Bytes;
}

/** `undefined` where it is none, or has no rows as its last member. */
export function apartFromRows(head: Bytes): HeadApart | undefined {
  const last = mark.length - 1;
  for (let at = head.indexOf(openingBracket); at !== -1; at = head.indexOf(openingBracket, at + 1)) {
    if (!mark.every((byte, place) => head[at - last + place] === byte)) continue;
    // A value that is an object may have a member of that name: what ends in the middle of one is no JSON.
    const read = readJson(`${decoder.decode(head.subarray(0, at - last))}}`);
    // Behind the list's own bracket the head ends.
    if (read !== undefined) return { head: read, list: head.slice(at, -1) };
  }
  return undefined;
}

/** `undefined` where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param list as JSON.stringify writes them
 * @param read the same, where somebody has read them; let go when somebody has asked for all of them
 */
export function restingRows(list: Bytes, read?: readonly WholeRow[]): WholeRows {
  if (list.length <= emptyList) return noRows;
  let ready = read;
  let bounds: Bounds | undefined;
  let ids = read?.map(([{ id }]) => id);
  const boundsNow = (): Bounds => {
    bounds ??= boundsIn(list);
    return bounds;
  };
  const bytesOf = (position: number): Bytes | undefined => {
    const { starts, ends } = boundsNow();
    const [start, end] = [starts[position], ends[position]];
    return start === undefined ? undefined : list.subarray(start, end);
  };
  return {
    get length() {
      return ready?.length ?? boundsNow().starts.length;
    },
    get ids() {
      ids ??= boundsNow().starts.map((_, position) => idOf(bytesOf(position) ?? list));
      return ids;
    },
    at(position) {
      if (ready !== undefined) return ready[position];
      const bytes = bytesOf(position);
      return bytes === undefined ? undefined : (parsed(bytes) as WholeRow);
    },
    all() {
      const all = ready ?? (parsed(list) as readonly WholeRow[]);
      ready = undefined;
      return all;
    },
  };
}

/** "[]" */
const emptyList = 2;

function parsed(bytes: Bytes): unknown {
  return JSON.parse(decoder.decode(bytes));
}

/** As `toRow` begins a row, where no character of its kind or id is escaped. */
const begin = /^\[\{"k":"[^"\\]*","id":"([^"\\]*)"/;
/** A kind and an id, each as long as may be. */
const longestBegin = 256;

function idOf(row: Bytes): string {
  const found = begin.exec(decoder.decode(row.subarray(0, longestBegin)))?.[1];
  return found ?? (parsed(row) as WholeRow)[0].id;
}

/** Of each row, end excluded. */
interface Bounds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const [quote, backslash, comma, bracket] = [34, 92, 44, 93];
/** How much deeper behind a byte, less deep where it closes. */
const deeper = new Int8Array(256);
for (const byte of [openingBracket, 123]) deeper[byte] = 1;
for (const byte of [bracket, 125]) deeper[byte] = -1;

/** No blank between two rows. */
function boundsIn(list: Bytes): Bounds {
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = 1;
  while (at < list.length && list[at] !== bracket) {
    if (list[at] === comma) at += 1;
    starts.push(at);
    at = behindRow(list, at);
    ends.push(at);
  }
  return { starts, ends };
}

/** Behind the bracket that closes a row which begins there. */
function behindRow(list: Bytes, start: number): number {
  let depth = 0;
  for (let at = start; at < list.length; at += 1) {
    const byte = list[at] ?? 0;
    if (byte === quote) at = endOfText(list, at);
    depth += deeper[byte] ?? 0;
    if (depth === 0) return at + 1;
  }
  throw new RangeError('a list of rows ends within one');
}

/** The quote that ends a text which begins there. */
function endOfText(list: Bytes, start: number): number {
  for (let at = start + 1; at < list.length; at += 1) {
    if (list[at] === backslash) at += 1;
    else if (list[at] === quote) return at;
  }
  return list.length;
}
