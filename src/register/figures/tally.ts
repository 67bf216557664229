import type { Look } from '../../domain/book/look.ts';
import type { Case, CountRule } from '../../domain/figure/indicator.ts';
import type { NumberList } from '../shelf/number-list.ts';

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
  /** As it stands now; what comes later does not change it. */
  kept(): KeptTally;
}

/** A tally as data, with the numbers of its records: it goes on from there. */
export type KeptTally = KeptFlow | KeptStock;

export interface KeptFlow {
  readonly is: 'flow';
  /** Records that count, each with its cases; those of a fact told twice name the other telling. */
  readonly facts: Iterable<readonly [id: string, cases: readonly Case[]]>;
  /** About how many cases these have. */
  readonly size: number;
  /** Whether a record is one of them. */
  has(id: string): boolean;
}

export interface KeptStock {
  readonly is: 'stock';
  readonly groups: readonly string[];
  readonly places: readonly string[];
  /** A group and a place each; by a record's number 1 + the number of its own, 0 where it does not count. */
  readonly standings: readonly number[];
  readonly counting: NumberList;
  /** Pairs: a record's number, 1 + the number of whom it lives with and usually does not. */
  readonly unusual: readonly (readonly [number, number])[];
  /** By a holder's number how many hold it. */
  readonly held: NumberList;
  /** Pairs: a standing, how many count so. */
  readonly sizes: readonly (readonly [number, number])[];
}
