import type { Fields } from '../domain/value.ts';
import type { FieldLine } from './lives/answers.ts';

/* Answers of the register to what screens ask: plain data, ready to draw. Sensitive facts never stand here. */

export interface SearchRow {
  readonly id: string;
  readonly kind: 'household' | 'person';
  readonly household: string;
  readonly householdNumber: string;
  /** Person's name, or the head's name of a household. */
  readonly name: string;
  readonly villageName: string;
  readonly birthYear: string;
  readonly sex: string;
  readonly isWaiting: boolean;
}

export interface SearchAnswer {
  readonly rows: readonly SearchRow[];
  readonly total: number;
}

/** A household in its village's list, and how many live in it now. */
interface HouseholdRow extends SearchRow {
  /** Numbering area where it is not the village's own; else blank. */
  readonly area: string;
  readonly people: number;
}

export interface VillageList {
  readonly place: string;
  readonly name: string;
  readonly households: readonly HouseholdRow[];
  readonly people: number;
}

/** A draft that another device began: its form and where, never what was answered. */
export interface HandedDraft {
  readonly id: string;
  readonly form: string;
  /** Household, or village, that the form is asked at. */
  readonly at: string;
  /** User id, and the name where this device knows one. */
  readonly author: string;
  readonly authorName: string;
  /** Civil day of the handing on. */
  readonly day: string;
  readonly standing: Standing;
}

/** The year whose book is open, and the years that were closed. */
export interface YearBook {
  readonly year: number;
  /** Newest first. */
  readonly closed: readonly {
    /** Id of the fact: it can be taken back. */
    readonly id: string;
    readonly year: number;
    readonly date: string;
    /** A name where this device knows one, else a user id. */
    readonly author: string;
    readonly standing: Standing;
    /** By the keys of the record's counts. */
    readonly counts: { readonly [key: string]: number };
  }[];
}

/** confirmed: the hub has it · waiting: on this phone only, so far · mending: sent back */
export type Standing = 'confirmed' | 'waiting' | 'mending';

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly relationWords: string;
  readonly sex: string;
  readonly birthDate: string;
  /** Completed years today; null where the birth date is unknown. */
  readonly age: number | null;
  readonly residence: string;
  readonly status: string;
  /** Civil date since when the person has died or left, `''` otherwise or where it is unknown. */
  readonly ended: string;
  /** Code of the reason for which a check of the book took the person off; `''` for who moved away, died or lives here. */
  readonly endedFor: string;
  /** Id of the wife or husband, empty where none is known: couples stand side by side. */
  readonly spouse: string;
  readonly standing: Standing;
}

export interface HouseholdPage {
  readonly id: string;
  readonly number: string;
  readonly place: string;
  readonly villageName: string;
  readonly address: string;
  readonly phone: string;
  /** Nobody need be its head. */
  readonly isCollective: boolean;
  /** What else the sheet says of it: kind, poverty, former numbers, a note. */
  readonly fields: readonly FieldLine[];
  readonly standing: Standing;
  /** In the paper's order: head, spouse, children, in-laws, parents, grandchildren, others. Who left or died (ruled through) comes last. */
  readonly people: readonly PersonLine[];
}

/** A record as it stands after all that is known: for whoever works on records, not for lists. */
export interface RegisterRecord {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly standing: Standing;
  readonly fields: Fields;
}
