import { momentOf } from '../../domain/book/book.ts';
import { stateAfter, stateBefore } from '../../domain/book/timeline.ts';
import type { FilterDefinition } from '../../domain/worklist.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind } from '../held.ts';
import type { ChangeLine, PeopleChoice, PeopleFilter, PeopleList, PersonPage, PersonPanel } from './answers.ts';
import { type Carried, carriedRecords } from './carried.ts';
import { changeLines, type NameOf } from './change-lines.ts';
import { hasFaded } from './life/faded.ts';
import { peopleList } from './lists/people-lists.ts';
import { somePeople } from './lists/some-people.ts';
import { personPage, personPanel } from './person-page.ts';
import { createTaskBoard, type TaskBoard } from './tasks/task-board.ts';

/** What a register answers about lives. A place is a unit id with all beneath it; `''` is the whole book. */
export interface Lives extends Pick<TaskBoard, 'tasks'> {
  person(id: string): PersonPage | undefined;
  /** What is sensitive; the caller has logged the look. */
  panel(id: string): Omit<PersonPanel, 'looks'> | undefined;
  changes(household: string): readonly ChangeLine[];
  /** Works out the tasks of so many more records; true when all of today's are known. */
  prepareTasks(records: number): boolean;
  filters(): readonly PeopleFilter[];
  people(filter: string, place: string, limit: number): PeopleList;
  /** Whoever lives here and is as asked. */
  somePeople(choice: PeopleChoice, limit: number): PeopleList;
  /** Lists by what is sensitive: names of lists, and who stands on one; the caller logs the look at each that is shown. */
  privateFilters(): readonly PeopleFilter[];
  privatePeople(filter: string, place: string, limit: number): PeopleList;
  /** Records that must be written at another place, since these people live there. */
  carried(people: Iterable<string>): readonly Carried[];
}

/** How lives follow the book. */
export interface LivesKeeper extends Lives, Pick<TaskBoard, 'touch' | 'isKept' | 'forget'> {}

export interface LivesOptions {
  today(): string;
  readonly role: string | undefined;
  /** Name of a user, where this device knows one. */
  readonly nameOf: NameOf;
  /** Facts that were taken back. */
  withdrawn(): Iterable<Held>;
}

export function createLives(folk: Folk, { today, role, nameOf, withdrawn }: LivesOptions): LivesKeeper {
  const { filters, privateFilters } = folk.book.catalogue;
  const board = createTaskBoard(folk, today, role);
  const isSeen = (fact: Held) => !hasFaded(folk, fact, { role, today: today() });
  return {
    person: (id) => personPage(folk, id, today(), nameOf),
    panel: (id) => personPanel(folk, id, today(), nameOf, isSeen),
    changes: (household) => {
      const people = new Set(folk.everMembers(household).map(({ id }) => id));
      const gone = [...withdrawn()].filter((fact) => isOfHousehold(fact, household, people));
      return changeLines(folk, factsOfHousehold(folk, household), 'page', nameOf, gone);
    },
    tasks: board.tasks,
    prepareTasks: board.advance,
    touch: board.touch,
    isKept: board.isKept,
    forget: board.forget,
    filters: () => filters.map(({ key, label }) => ({ key, label })),
    people: (key, place, limit) => peopleList(folk, filterBy(filters, key), place, limit, today()),
    somePeople: (choice, limit) => somePeople(folk, choice, limit, today()),
    privateFilters: () => privateFilters.map(({ key, label }) => ({ key, label })),
    privatePeople: (key, place, limit) => peopleList(folk, filterBy(privateFilters, key), place, limit, today()),
    carried: (people) => carriedRecords(folk, people),
  };
}

function filterBy(filters: readonly FilterDefinition[], key: string): FilterDefinition {
  const found = filters.find((one) => one.key === key);
  if (found === undefined) throw new RangeError(`no list ${key}`);
  return found;
}

/** What was taken back stands where it was written: it names the household, or somebody who lives or lived there. */
function isOfHousehold({ fields }: Held, household: string, people: ReadonlySet<string>): boolean {
  return Object.values(fields).some((value) => value === household || (typeof value === 'string' && people.has(value)));
}

/** Facts that name the household, and what came about in its people's lives while they lived there. */
function factsOfHousehold(folk: Folk, id: string): readonly Held[] {
  if (folk.book.get(id)?.kind !== householdKind) return [];
  const lived = folk.everMembers(id).flatMap((person) => {
    const timeline = folk.book.timeline(person);
    return folk.book.factsNaming(person.id).filter((fact) => {
      const at = momentOf(folk.book.catalogue, fact);
      if (at === undefined) return false;
      return stateBefore(timeline, at).household === id || stateAfter(timeline, at).household === id;
    });
  });
  return [...folk.book.factsNaming(id), ...lived];
}
