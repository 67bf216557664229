import type { Fields } from '../../domain/value.ts';
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
  TaskList,
  VillageSize,
  WrittenLine,
} from '../../register/lives/answers.ts';

/** What screens of the register book ask of the worker, beside search, forms and reports. */
export interface BookApi {
  person(id: string): Promise<PersonPage | undefined>;
  /** Logs the look first, then answers. */
  panel(id: string): Promise<PersonPanel | undefined>;
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
  /** Logs a look at each person whom it shows, then answers. */
  privatePeople(filter: string, place: string, limit: number): Promise<PeopleList>;
  /** Likely doubles of somebody about to be written down. */
  likeness(answers: Fields, household: string): Promise<readonly Likeness[]>;
  review(place: string, limit: number): Promise<readonly ReviewGroup[]>;
  /** Newest first: what this user wrote on this civil day. */
  writtenOn(date: string): Promise<readonly WrittenLine[]>;
  /** The form and the answers that the facts of one act were written from; `undefined` where no form writes just these. */
  reopen(facts: readonly string[]): Promise<Reopened | undefined>;
  /**
   * Takes one fact back with a reason, whoever wrote it, and what was put beside it. Answers the transaction that `undo`
   * takes back in its turn, `''` where nothing stood.
   */
  takeBack(fact: string, reason: string): Promise<string>;
}
