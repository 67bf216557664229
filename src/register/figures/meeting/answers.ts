import type { Words } from '../../../domain/words.ts';

/* Answers about a month's slips and the meeting at which they are gone through. Plain data, ready to draw. */

/** open: not handed in yet. */
export type SlipState =
  | { readonly is: 'open' }
  | ({ readonly is: 'handed' } & Handed)
  | ({
      readonly is: 'accepted' | 'returned';
      /** Civil date. */
      readonly answeredOn: string;
      readonly reason: string;
    } & Handed);

interface Handed {
  /** Id of the fact. */
  readonly slip: string;
  readonly handedOn: string;
  /** '' where this device does not know the name. */
  readonly handedBy: string;
  readonly onPaper: boolean;
  /** Lines on the slip when it was handed in. */
  readonly lines: number;
}

/** Who hands in a slip: a collaborator, or two who share their villages; nobody's name where a village has none. */
export type SlipKeeper = SlipState & {
  /** Unit ids of the villages, with a plus between. */
  readonly id: string;
  readonly name: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly linesNow: number;
};

/** One of the eleven lists, closed: how long it is, and whether opening it is a look that is logged. */
export interface SlipSize {
  readonly number: number;
  readonly lines: number;
  readonly isPrivate: boolean;
}

/** Something to ask face to face. */
export interface Doubt {
  readonly id: string;
  /** What kind it is; the order in which they are asked. */
  readonly is: 'check' | 'asked' | 'disputed' | 'date' | 'waiting' | 'draft' | 'odd';
  /** Of a line of the slip: the accepting hand looks at it first. */
  readonly isOnSlip: boolean;
  /** A line of a private list: neither named nor explained outside of that list. */
  readonly isPrivate: boolean;
  readonly list: number;
  readonly person: string;
  readonly name: string;
  readonly household: string;
  readonly householdNumber: string;
  readonly place: string;
  readonly villageName: string;
  /** What a check says; of the others the screen says it. */
  readonly why?: Words;
}

/** The meeting of a month as it is written down. */
export interface MeetingNotes {
  readonly day: string;
  /** First villages of the keepers who came. */
  readonly attended: readonly string[];
  readonly tasks: string;
}

/** A target of a year; `null` where none is given. */
export interface TargetValue {
  readonly indicator: string;
  readonly value: number | null;
}

/** A number of a report on paper; `null` where none was typed. */
export interface TypedFigure {
  readonly indicator: string;
  readonly value: number | null;
}

/** Last year's number of a row, of which at least a part was typed. */
export interface TypedBeside {
  readonly key: string;
  readonly lastYear: number;
  /** Where it was typed: the same period, or the first of its months. */
  readonly source: string;
}
