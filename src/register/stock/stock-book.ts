import type { Folk } from '../folk.ts';
import type { Held } from '../held.ts';

/** Counts, orders, money, supplies: facts of one kind, but what was sent back. */
export function standingFacts({ book }: Folk, kind: string): readonly Held[] {
  return [...book.all(kind)].filter(({ standing }) => standing !== 'mending');
}
