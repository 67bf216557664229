import { listRows, type WholeRow, type WholeRows } from '../whole-rows.ts';

/* Rows of a stored head are read with it, told to the register once, and from then on left as they lie. */

type Bytes = Uint8Array<ArrayBuffer>;

const decoder = new TextDecoder();

/** How the rows of a head begin, which is its last member: within a text of the head the quotes were escaped. */
const mark = new TextEncoder().encode(',"rows":[');

/**
 * Only for a head that this programme wrote: bytes that were authenticated.
 * @param read its rows; let go when somebody has asked for all of them
 */
export function storedRows(read: readonly WholeRow[], head: Bytes): WholeRows {
  if (read.length === 0) return listRows(read);
  let ready: readonly WholeRow[] | undefined = read;
  let bounds: Bounds | undefined;
  const ids = read.map(([{ id }]) => id);
  const lying = (): Bounds => {
    bounds ??= boundsIn(head);
    return bounds;
  };
  return {
    ids,
    at(position) {
      if (ready !== undefined) return ready[position];
      const { starts, ends } = lying();
      const [start, end] = [starts[position], ends[position]];
      return start === undefined ? undefined : (parsed(head.subarray(start, end)) as WholeRow);
    },
    all() {
      const all = ready ?? (parsed(head.subarray(lying().first, lying().last)) as readonly WholeRow[]);
      ready = undefined;
      return all;
    },
  };
}

function parsed(bytes: Bytes): unknown {
  return JSON.parse(decoder.decode(bytes));
}

interface Bounds {
  /** Of the whole list, its brackets in. */
  readonly first: number;
  readonly last: number;
  /** Of each row, end excluded. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const [quote, backslash, comma, bracket] = [34, 92, 44, 93];
const opening: ReadonlySet<number> = new Set([91, 123]);
const closing: ReadonlySet<number> = new Set([bracket, 125]);

/** As JSON.stringify writes: no blank between two rows. */
function boundsIn(head: Bytes): Bounds {
  const first = endOf(mark, head) - 1;
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = first + 1;
  while (at < head.length && head[at] !== bracket) {
    if (head[at] === comma) at += 1;
    starts.push(at);
    at = behindRow(head, at);
    ends.push(at);
  }
  return { first, last: at + 1, starts, ends };
}

/** Behind the bracket that closes a row which begins there. */
function behindRow(head: Bytes, start: number): number {
  let depth = 0;
  for (let at = start; at < head.length; at += 1) {
    const byte = head[at] ?? 0;
    if (byte === quote) at = endOfText(head, at);
    else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new RangeError('a head ends within its rows');
}

/** The quote that ends a text which begins there. */
function endOfText(head: Bytes, start: number): number {
  for (let at = start + 1; at < head.length; at += 1) {
    if (head[at] === backslash) at += 1;
    else if (head[at] === quote) return at;
  }
  return head.length;
}

/** Where the first of these runs of bytes ends. */
function endOf(run: Bytes, bytes: Bytes): number {
  for (let at = bytes.indexOf(run[0] ?? 0); at >= 0; at = bytes.indexOf(run[0] ?? 0, at + 1))
    if (run.every((byte, index) => bytes[at + index] === byte)) return at + run.length;
  throw new RangeError('a head has no rows');
}
