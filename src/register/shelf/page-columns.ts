import type { Value } from '../../domain/value.ts';

/*
 * Confirmed records that one op wrote, as a page of storage holds them: the nth record of a kind is the nth entry of
 * each column. In these the register keeps nearly all of a book.
 */

export interface PageColumns {
  readonly users: readonly string[];
  readonly places: readonly string[];
  readonly kinds: { readonly [kind: string]: KindColumns };
}

export interface KindColumns {
  readonly ids: readonly string[];
  /** Stamp of each record's op: ms since the one before, counter. Empty in a search index, which has no stamps. */
  readonly ms: readonly number[];
  readonly counter: readonly number[];
  /** Index into `users`; empty in a search index. */
  readonly by: readonly number[];
  /** Index into `places`. */
  readonly in: readonly number[];
  readonly fields: { readonly [field: string]: FieldColumn };
}

/** Values of one field; `at` lists, ascending, the positions where not every record has it. */
export interface FieldColumn {
  readonly at?: readonly number[];
  readonly values: readonly Value[];
}

export function valueAt({ at, values }: FieldColumn, position: number): Value | undefined {
  if (at === undefined) return values[position];
  let [low, high] = [0, at.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at[middle] ?? 0;
    if (found === position) return values[middle];
    if (found < position) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
