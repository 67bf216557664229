import type { Value } from '../../domain/value.ts';

/*
 * Confirmed records that one op wrote, as a page of storage holds them: the nth record of a kind is the nth entry of
 * each column. In these the phone keeps nearly all of a book; what is read is made then, so that a page opens in a breath.
 */

/** A few thousand numbers: an array, or as they lie in a stored page. */
export type Numbers = ArrayLike<number>;

export interface PageColumns {
  readonly users: readonly string[];
  readonly places: readonly string[];
  readonly kinds: { readonly [kind: string]: KindColumns };
}

export interface KindColumns {
  readonly ids: IdList;
  /** Stamp of each record's op: ms, counter. Empty in a search index, which has no stamps. */
  readonly ms: Numbers;
  readonly counter: Numbers;
  /** Index into `users`; empty in a search index. */
  readonly by: Numbers;
  /** Index into `places`. */
  readonly in: Numbers;
  readonly fields: { readonly [field: string]: FieldColumn };
}

export interface IdList {
  readonly length: number;
  at(position: number): string;
  /** -1 where none of them is this one. */
  indexOf(id: string): number;
  /** Where each is "device.seq": the same as numbers. */
  readonly numbered?: NumberedIds;
}

/** Ids as numbers: the nth is `devices[device[n]] + "." + seq[n]`. */
export interface NumberedIds {
  readonly devices: readonly string[];
  readonly device: Numbers;
  readonly seq: Numbers;
}

/** No id: what else the value may be, e.g. null. */
export const noDevice = 255;

/** Values of one field. */
export interface FieldColumn {
  /** Ascending, the positions where not every record has the field. */
  readonly at?: Numbers | undefined;
  readonly length: number;
  value(index: number): Value;
  /** Of references; `device` is `noDevice` where the value is none. */
  readonly numbered?: NumberedIds;
  /** Of names: their words as numbers. */
  readonly worded?: WordedTexts;
}

/** Texts of words with one blank between: the nth has the words `words[starts[n]]` to before `starts[n + 1]`. */
export interface WordedTexts {
  readonly table: readonly string[];
  readonly words: Numbers;
  readonly starts: Numbers;
}

/** Whose value the nth of a column is. */
export function positionOf({ at }: FieldColumn, index: number): number {
  return at === undefined ? index : (at[index] ?? 0);
}

/** Place of a record's value in a column, -1 where it has none. */
function indexIn({ at }: FieldColumn, position: number): number {
  if (at === undefined) return position;
  let [low, high] = [0, at.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at[middle] ?? 0;
    if (found === position) return middle;
    if (found < position) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function valueAt(column: FieldColumn, position: number): Value | undefined {
  const index = indexIn(column, position);
  return index < 0 || index >= column.length ? undefined : column.value(index);
}

const greatestSeq = 0xffffffff;

/** "d1.42" → its device and number; `undefined` for an id of another form. */
export function splitId(id: string): readonly [device: string, seq: number] | undefined {
  const dot = id.lastIndexOf('.');
  const seq = dot < 1 ? undefined : seqIn(id, dot + 1);
  return seq === undefined ? undefined : [id.slice(0, dot), seq];
}

/** Asked of everybody whom a report meets: by hand, without a pattern. No blank, no sign, no leading nought. */
function seqIn(id: string, from: number): number | undefined {
  const digits = id.length - from;
  if (digits < 1 || digits > 10 || (digits > 1 && id[from] === '0')) return undefined;
  let seq = 0;
  for (let at = from; at < id.length; at += 1) {
    const digit = id.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    seq = seq * 10 + digit;
  }
  return seq > greatestSeq ? undefined : seq;
}
