import type { Words } from '../../domain/words.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';

/* What is done to whole households: who is its head, who lives together, which number it has. */

/** Relation to the head, by person id; keys of the code list "relation". */
export type Relations = { readonly [person: string]: string };

/** Dates are civil, "yyyy-mm-dd"; `number` null: numbered later, by the officer. */
export type Act =
  /** Another head, and everybody's relation to the new one. */
  | { readonly is: 'newHead'; readonly household: string; readonly relations: Relations }
  /** These people go to a new household of the same village; relations of both households are told anew. */
  | {
      readonly is: 'split';
      readonly household: string;
      readonly date: string;
      readonly people: readonly string[];
      readonly number: number | null;
      readonly address: string;
      readonly relations: Relations;
    }
  /** Everybody of `household` goes to `into`; its sheet stays in the book, empty. */
  | {
      readonly is: 'merge';
      readonly household: string;
      readonly into: string;
      readonly date: string;
      readonly relations: Relations;
    }
  /** The whole household moves to another village of the commune, to a new sheet there. */
  | {
      readonly is: 'move';
      readonly household: string;
      readonly village: string;
      readonly date: string;
      readonly number: number | null;
    }
  /** New numbers, by household id; the old ones stay searchable. */
  | { readonly is: 'renumber'; readonly numbers: { readonly [household: string]: number }; readonly area?: string };

/** Why an act cannot be done so, or should be asked about first. */
export interface ActProblem {
  readonly strength: 'stop' | 'ask';
  readonly code:
    | 'no_household'
    | 'nobody'
    | 'no_head'
    | 'two_heads'
    | 'relation_missing'
    /** What somebody is to the head does not go with sex or age. */
    | 'relation_odd'
    | 'date_missing'
    | 'date_after_today'
    /** None of them lived there yet; some did not; some do not any more. */
    | 'nobody_then'
    | 'came_later'
    | 'gone_since'
    | 'same_household'
    | 'same_village'
    | 'no_village'
    | 'number_taken'
    | 'number_twice'
    | 'malformed_number'
    /** The hub would refuse it. */
    | 'unacceptable';
  readonly message: Words;
  /** Person or household that it is about. */
  readonly about?: string;
}

/** An act as drafts of one transaction, or of several that belong together when they are more than 500. */
export interface ActPlan {
  readonly problems: readonly ActProblem[];
  /** Without `seen`: whoever commits looks at what stands. Empty while something must be mended. */
  readonly drafts: readonly OpDraft[];
}
