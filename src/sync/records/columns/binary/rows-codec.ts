import { listRows, type WholeRow, type WholeRows } from '../whole-rows.ts';

/* Rows of a page are read with it, told to the register once, and from then on left as the bytes of a JSON list. */

type Bytes = Uint8Array<ArrayBuffer>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** How the rows of a head begin, which is its last member: within a text of the head the quotes were escaped. */
const mark = ',"rows":';

/** @param head only one that this programme wrote: bytes that were authenticated */
export function rowsOfHead(read: readonly WholeRow[], head: string): WholeRows {
  return read.length === 0 ? listRows(read) : restingRows(read, head.slice(head.indexOf(mark) + mark.length, -1));
}

/** Rows that came otherwise. */
export function rowsAsRead(read: readonly WholeRow[]): WholeRows {
  return read.length === 0 ? listRows(read) : restingRows(read, JSON.stringify(read));
}

/**
 * @param read let go when somebody has asked for all of them
 * @param text the same, as JSON.stringify writes
 */
function restingRows(read: readonly WholeRow[], text: string): WholeRows {
  const list = encoder.encode(text);
  let ready: readonly WholeRow[] | undefined = read;
  let bounds: Bounds | undefined;
  const ids = read.map(([{ id }]) => id);
  return {
    ids,
    at(position) {
      if (ready !== undefined) return ready[position];
      bounds ??= boundsIn(list);
      const [start, end] = [bounds.starts[position], bounds.ends[position]];
      return start === undefined ? undefined : (parsed(list.subarray(start, end)) as WholeRow);
    },
    all() {
      const all = ready ?? (parsed(list) as readonly WholeRow[]);
      ready = undefined;
      return all;
    },
  };
}

function parsed(bytes: Bytes): unknown {
  return JSON.parse(decoder.decode(bytes));
}

/** Of each row, end excluded. */
interface Bounds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const [quote, backslash, comma, bracket] = [34, 92, 44, 93];
const opening: ReadonlySet<number> = new Set([91, 123]);
const closing: ReadonlySet<number> = new Set([bracket, 125]);

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
    else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
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
