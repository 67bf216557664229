import type { Outcome } from '../../domain/outcome.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type { YearBook } from '../../register/answers.ts';
import type {
  ChangeLine,
  Likeness,
  PeopleChoice,
  PeopleFilter,
  PeopleList,
  PersonPage,
  PersonPanel,
  Reopened,
  ReviewGroup,
  TakeBackJudgement,
  TaskList,
  VillageSize,
  WrittenLine,
} from '../../register/lives/answers.ts';

/** An act that the hub has not judged yet. */
export interface WaitingLine {
  /** Seq of its first op on this device. */
  readonly transaction: number;
  /** ms since 1970. */
  readonly at: number;
  /** Civil day on whose page it can be looked at and taken back; `''` where it stands on none. */
  readonly day: string;
  readonly label: Words;
  readonly names: readonly string[];
  /** Of the household that it is about; `''` where it names none, or that has none. */
  readonly householdNumber: string;
}

/** An act that the hub refused: it counts for nobody, and waits to be mended or given up. */
export interface SentBackLine extends WaitingLine {
  readonly why: Words;
  /** Whether a form can be opened with its answers. */
  readonly canMend: boolean;
  /** None can, since its household is not on this phone any more. */
  readonly isAway: boolean;
  /** What it said, where no form shows it; nothing of what only a person's own panel says. */
  readonly told: readonly { readonly label: Words; readonly value: Words }[];
}

/** What of this phone's own work the hub does not count, oldest first. */
export interface Outbox {
  readonly mending: readonly SentBackLine[];
  readonly waiting: readonly WaitingLine[];
  /** How many more wait than are listed. */
  readonly more: number;
}

/** Taken back: the transaction, `''` where nothing was left to take back, and a household that needs its one head chosen. */
export interface TakenBackSave {
  readonly transaction: string;
  readonly headless: string;
}

/** What screens of the register book ask of the worker, beside search, forms and reports. */
export interface BookApi {
  person(id: string): Promise<PersonPage | undefined>;
  /**
   * Logs the look first, then answers.
   * @param goesOn of a page that is open already: whoever was looked at on it is not looked at anew
   */
  panel(id: string, goesOn?: boolean): Promise<PersonPanel | undefined>;
  /** What came about in a household and to its people, newest first; nothing sensitive. */
  changes(household: string): Promise<readonly ChangeLine[]>;
  /** Of one village, or of all this device holds (`''`). */
  tasks(place: string, limit: number): Promise<TaskList>;
  /** How large each village is, in the units' order. */
  villages(): Promise<readonly VillageSize[]>;
  filters(): Promise<readonly PeopleFilter[]>;
  people(filter: string, place: string, limit: number): Promise<PeopleList>;
  /** Whoever lives here and is as asked: place, sex, ages, part of a name. */
  somePeople(choice: PeopleChoice, limit: number): Promise<PeopleList>;
  privateFilters(): Promise<readonly PeopleFilter[]>;
  /** Logs a look at each person whom it shows, then answers; `goesOn` as above. */
  privatePeople(filter: string, place: string, limit: number, goesOn?: boolean): Promise<PeopleList>;
  /** When the form's fact was last written of these people, by id; nothing of what only own panels say. */
  lastRecorded(form: string, people: readonly string[]): Promise<{ readonly [person: string]: string }>;
  /** Likely doubles of somebody about to be written down. */
  likeness(answers: Fields, household: string): Promise<readonly Likeness[]>;
  /** Which year's book is open, and which were closed. */
  yearBook(): Promise<YearBook>;
  review(place: string, limit: number): Promise<readonly ReviewGroup[]>;
  /** Newest first: what this user wrote on this civil day. */
  writtenOn(date: string): Promise<readonly WrittenLine[]>;
  /** The form and the answers that the facts of one act were written from; `undefined` where no form writes just these. */
  reopen(facts: readonly string[]): Promise<Reopened | undefined>;
  outbox(): Promise<Outbox>;
  /** A refused act as its form with its answers; `undefined` where no form writes just this. */
  reopenSentBack(transaction: number): Promise<Reopened | undefined>;
  /** A refused act is given up, or was written anew. */
  dropSentBack(transaction: number): Promise<void>;
  /** What would go along with these facts, and what stands in the way. */
  judgeTakeBack(facts: readonly string[]): Promise<TakeBackJudgement>;
  /** Takes facts back with a reason, in one transaction, whoever wrote them, and what was put beside them. */
  takeBack(facts: readonly string[], reason: string): Promise<Outcome<TakenBackSave, Words>>;
}
