import type { Numbers } from '../../page-columns.ts';

/* Lists of numbers behind each other, and what numbers of a table mean among all tables. */

export function concatenated(lists: readonly Numbers[]): Numbers {
  const all = new Float64Array(lengthOf(lists));
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  return all;
}

export function lengthOf(lists: readonly Numbers[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** Numbers of each list as they are among all. */
export function translated(lists: readonly (readonly [numbers: Numbers, meaning: Numbers])[]): Uint32Array {
  const all = new Uint32Array(lengthOf(lists.map(([numbers]) => numbers)));
  let end = 0;
  for (const [numbers, meaning] of lists) {
    for (let at = 0; at < numbers.length; at += 1) all[end + at] = meaning[numbers[at] ?? 0] ?? 0;
    end += numbers.length;
  }
  return all;
}
