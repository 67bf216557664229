import type { Look } from '../../domain/book/look.ts';
import type { Case, CountRule } from '../../domain/figure/indicator.ts';

/** Groups that are asked for; `undefined`: all. */
export type Groups = CountRule['groups'];

export type Places = ReadonlySet<string>;

/** What one count comes to over some days, with all its groups, kept up record by record. */
export interface Tally {
  /** A record as it stands; `take` what was known of it before. */
  put(look: Look): void;
  take(id: string): void;
  sizeAt(groups: Groups, places: Places): number;
  casesAt(groups: Groups, places: Places): readonly Case[];
  /** How many of its cases rest on these records, where that needs no look at all of them. */
  readonly restingAt?: (groups: Groups, places: Places, ids: Iterable<string>) => number;
  /** About so many bytes of memory. */
  weight(): number;
}
