import type { Words } from '../../domain/words.ts';
import type { Saved } from './phone-api.ts';

/** A field that people wrote differently without seeing each other: nobody's word is lost, one of them shows. */
export interface Disagreement {
  readonly record: string;
  readonly field: string;
  readonly label: Words;
  /** The one that shows first. */
  readonly values: readonly DisputedValue[];
}

export interface DisputedValue {
  /** The op that wrote it. */
  readonly op: string;
  readonly words: Words;
  /** Who wrote it; "" where this phone does not know the name. */
  readonly author: string;
  readonly isMine: boolean;
  /** ms since 1970. */
  readonly at: number;
}

/** A record with disagreements: where to settle them, told by a name or a household's number. */
export interface DisputedRecord {
  readonly record: string;
  readonly kind: string;
  readonly name: string;
  readonly householdNumber: string;
  readonly labels: readonly Words[];
}

export interface DisagreeApi {
  /** Of the whole book on this phone, so that none stands unseen on a page that nobody opens; the first hundred. */
  disputed(): Promise<readonly DisputedRecord[]>;
  /** Of these records, in their order. `panel`: also what only a person's own panel says. */
  disagreements(records: readonly string[], eyes: 'page' | 'panel'): Promise<readonly Disagreement[]>;
  /** Takes one of the values: a put that has seen every other ends the disagreement, on every phone. */
  settleDisagreement(record: string, field: string, op: string): Promise<Saved>;
}
