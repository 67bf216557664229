import type { AreaRow } from '../../catalogue/paper/area-list.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type { PersonLine, SearchRow, Standing } from '../answers.ts';

/* Answers about lives: pages of people, what changed, what is to be done, what looks wrong. Plain data, ready to draw. */

/** A labelled value as it is said; a value that is data stands as `vi` alone. */
export interface FieldLine {
  readonly field: string;
  readonly label: Words;
  readonly value: Words;
}

/** Someone named on a page. */
export interface PersonLink {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
}

/** One of the family, wherever in the book: nobody asks after a dead husband. */
export interface Relative extends PersonLink {
  readonly sex: string;
  /** Code of the status: active, left, dead. */
  readonly status: string;
  /** As of a `PersonLine`. */
  readonly endedFor: string;
}

/** One thing that came about: a fact, with what it says and what was before. */
export interface ChangeLine {
  /** Id of the fact. */
  readonly id: string;
  readonly kind: string;
  readonly label: Words;
  /** Civil date of the fact. */
  readonly date: string;
  readonly people: readonly (PersonLink & { readonly role: Words })[];
  readonly details: readonly FieldLine[];
  readonly before: readonly FieldLine[];
  /** ms since 1970 of the writing, and who wrote: a name where this device knows one, else a user id. */
  readonly writtenAt: number;
  readonly author: string;
  readonly standing: Standing;
  /** It was taken back since: ruled through, as on paper. */
  readonly isTakenBack: boolean;
  /** It mends what was written wrongly, and is no change of a life. */
  readonly isCorrection: boolean;
}

/** A person's page. Pregnancy, its loss, contraception, screening and adoption never stand here. */
export interface PersonPage {
  readonly id: string;
  readonly line: PersonLine;
  readonly householdId: string;
  readonly householdNumber: string;
  /** Unit id of the village. */
  readonly place: string;
  readonly villageName: string;
  readonly phone: string;
  readonly fields: readonly FieldLine[];
  readonly spouse: Relative | undefined;
  readonly mother: Relative | undefined;
  readonly father: Relative | undefined;
  readonly children: readonly Relative[];
  /** Newest first. */
  readonly changes: readonly ChangeLine[];
  /** Whether this person has a panel of her or his own. */
  readonly hasPanel: boolean;
}

/** The person's own panel; each look is logged before it is shown. */
export interface PersonPanel {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldLine[];
  readonly changes: readonly ChangeLine[];
  readonly looks: readonly { readonly at: number; readonly user: string }[];
}

/** Something to do, as a name and a household; the reason is shown on a tap only. */
export interface Task {
  /** Unique: definition and record. */
  readonly id: string;
  readonly definition: string;
  readonly person: string;
  readonly household: string;
  readonly householdNumber: string;
  readonly villageName: string;
  readonly name: string;
  /** Whom to greet how: "chị Hoà", "bà Hoà". */
  readonly sex: string;
  readonly birthYear: string;
  readonly reason: Words;
  /** Civil date since when it is due. */
  readonly due: string;
  /** Form that settles it, asked at that household about that person; and the one that says nothing changed, `''` where none. */
  readonly form: string;
  readonly orElse: string;
}

export interface TaskList {
  readonly tasks: readonly Task[];
  readonly total: number;
}

/** Somebody in the book who may be the same person. */
export interface Likeness {
  readonly row: SearchRow;
  readonly reasons: readonly Words[];
}

/** What stands behind a row of the slip; `person` is blank where it was told without a name. */
export interface SlipOpening {
  readonly record: string;
  readonly person: string;
  readonly name: string;
  readonly household: string;
  readonly householdNumber: string;
  readonly villageName: string;
  readonly date: string;
}

/** One table of the month's slip, filled in. */
export interface SlipTable {
  readonly number: number;
  /** Cells in the order of the table's columns. */
  readonly rows: readonly (readonly Words[])[];
  /** Of each row what it is about. */
  readonly opens: readonly SlipOpening[];
  /** Ids of the people of whom it says what only their own panel does: each is a look that is logged. */
  readonly looks: readonly string[];
}

/** A check of the book over the commune, with the records that it finds. */
export interface ReviewGroup {
  readonly check: string;
  readonly title: Words;
  /** Form that mends a line, where one does. */
  readonly mends?: string;
  readonly total: number;
  /** Its lines may be two records of one person. */
  readonly mayBeOne: boolean;
  readonly lines: readonly {
    /** `''` of a line about figures: it is about its place. */
    readonly record: string;
    readonly household: string;
    readonly householdNumber: string;
    readonly villageName: string;
    readonly name: string;
    readonly message: Words;
  }[];
}

/** A list of people by what matters, e.g. 60 and older. */
export interface PeopleFilter {
  readonly key: string;
  readonly label: Words;
}

export interface PeopleList {
  readonly rows: readonly SearchRow[];
  readonly total: number;
}

/** People as they are asked for; blank asks nothing. Ages in completed years, both ends included. */
export interface PeopleChoice {
  /** Unit id with all beneath it; `''` is the whole book. */
  readonly place: string;
  readonly sex: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Part of a name, or a household number. */
  readonly text: string;
}

/** One act that this user wrote today. */
export interface WrittenLine {
  /** Id of the act's first fact. */
  readonly transaction: string;
  /** Its facts: each is taken back by its id. */
  readonly facts: readonly string[];
  /** ms since 1970. */
  readonly at: number;
  readonly label: Words;
  readonly names: readonly string[];
  readonly household: string;
  readonly householdNumber: string;
  /** How many households it names: new numbers of a whole village are one act. */
  readonly households: number;
  readonly standing: Standing;
  readonly isTakenBack: boolean;
}

/** A fact as the answers it was written from: taken back, it can be written again. */
export interface Reopened {
  readonly form: string;
  /** Household, or village, that the form is asked at. */
  readonly where: string;
  readonly answers: Fields;
}

/** What taking facts back comes to, before it is done. */
export interface TakeBackJudgement {
  /** What goes along beside the facts that were asked for. */
  readonly along: readonly { readonly label: Words; readonly name: string }[];
  /** Why they cannot go. */
  readonly held?: Words;
}

/** A village in the list of villages: its households, and who lives there now. */
export interface VillageSize {
  readonly place: string;
  readonly households: number;
  readonly people: number;
}

/** Households of one village that are numbered in one row. */
export interface CoverArea {
  readonly place: string;
  readonly village: string;
  /** Its name; `''` for the village's own numbers. */
  readonly area: string;
  /** First and last number, where any is known. */
  readonly from?: number;
  readonly to?: number;
  readonly rows: readonly AreaRow[];
}

/** The cover of a village's book, and the areas of all that its collaborator keeps. Names of places are `''` where not known. */
export interface BookCover {
  readonly place: string;
  readonly province: string;
  readonly commune: string;
  readonly village: string;
  /** Names of its collaborators; none where nobody is known to keep it. */
  readonly keepers: readonly string[];
  readonly areas: readonly CoverArea[];
  readonly households: number;
  /** "Nhân khẩu thực tế thường trú", and who lives there beside them. */
  readonly residents: number;
  readonly temporary: number;
}

/** Whom to visit in a month: a household and the names of whom something is due for, never what. */
export interface MonthVisit {
  readonly household: string;
  readonly number: string;
  /** Numbering area where it is not the village's own; else blank. */
  readonly area: string;
  readonly names: readonly string[];
}

export interface VillageVisits {
  readonly place: string;
  readonly name: string;
  readonly visits: readonly MonthVisit[];
}
