import type { Aside, AsideLine } from './aside-rows.ts';

export type TakingPlan =
  /** Two of these envelopes give one number to two ops: which of the device's copies is meant is for people to say. */
  | { readonly is: 'two_histories' }
  | {
      readonly is: 'plan';
      /** Envelope and, for each of its lines, its number in the book or null. */
      readonly rows: readonly { readonly envelope: string; readonly taken: readonly (number | null)[] }[];
      readonly ops: number;
      /** Ops that stand in the book already, by whatever road. */
      readonly known: number;
      /** Ops that cannot be taken: erased, unreadable, or of a transaction that is not whole. */
      readonly left: number;
    };

/**
 * Which lines of envelopes kept aside become the book's: whole transactions that are not in it, each once however often it
 * was sent, numbered behind those that were taken before.
 * @param all everything kept aside of the device
 * @param inBook hash of each of the device's ops that the book has an answer for, by its number
 */
export function planTaking(
  all: readonly Aside[],
  chosen: ReadonlySet<string>,
  inBook: ReadonlyMap<number, string>,
): TakingPlan {
  const before = all.flatMap(({ lines }) => lines).filter(({ taken }) => taken !== undefined);
  const taken = new Map(before.map(({ seq, hash }) => [seq, hash]));
  let next = 1 + before.reduce((most, { taken: number = 0 }) => Math.max(most, number), 0);
  const count = { new: 0, known: 0, left: 0, other: 0 };
  const rows = all.flatMap(({ envelope, lines }) => {
    if (!chosen.has(envelope)) return [];
    const numbers = transactionsOf(lines).flatMap((group) => {
      const is = standingOf(group, inBook, taken);
      count[is] += group.length;
      if (is === 'new') for (const { seq, hash } of group) taken.set(seq, hash);
      return group.map(() => (is === 'new' ? next++ : null));
    });
    return [{ envelope, taken: numbers }];
  });
  if (count.other > 0) return { is: 'two_histories' };
  return { is: 'plan', rows, ops: count.new, known: count.known, left: count.left };
}

function standingOf(
  group: readonly AsideLine[],
  inBook: ReadonlyMap<number, string>,
  taken: ReadonlyMap<number, string>,
): 'new' | 'known' | 'left' | 'other' {
  const isIn = group.map(({ seq, hash }) => inBook.get(seq) === hash || taken.get(seq) === hash);
  if (isIn.every(Boolean)) return 'known';
  if (!isWhole(group) || isIn.some(Boolean)) return 'left';
  return group.some(({ seq }) => taken.has(seq)) ? 'other' : 'new';
}

function transactionsOf(lines: readonly AsideLine[]): readonly (readonly AsideLine[])[] {
  const groups: AsideLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const first = group?.[0]?.op;
    if (group !== undefined && first !== undefined && first.tx === line.op?.tx) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function isWhole(group: readonly AsideLine[]): boolean {
  const [first] = group;
  return first?.op !== undefined && first.op.tx === first.seq && first.op.of === group.length;
}
