import { completedYears } from '../domain/calendar/age.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { CodeList } from '../domain/field.ts';
import { say } from '../domain/words.ts';
import type { PersonLine, SearchRow } from './answers.ts';
import { type Held, type HeldBook, householdKind, personKind, textOf } from './held.ts';
import { codeWords, publicCode } from './lives/field-lines.ts';
import { endedFor, endedOn } from './lives/life/ended.ts';
import type { Places } from './places.ts';
import { createStockroom, type Stockroom } from './stock/stockroom.ts';

/** Households and who lives in them, as the paper lays them out. */
export interface Folk {
  readonly book: HeldBook;
  readonly places: Places;
  readonly stock: Stockroom;
  /** Members in the paper's order: head, spouse, children, in-laws, parents, grandchildren, others; then the older first. Who left or died stands at the end. */
  members(household: string): readonly Held[];
  /** Everybody who may ever have lived there (some fact names both), in no order. */
  everMembers(household: string): readonly Held[];
  householdOf(person: Held): Held | undefined;
  householdRow(household: Held): SearchRow;
  personRow(person: Held): SearchRow;
  personLine(person: Held, today: string): PersonLine;
  /** Sorts households as on paper: village code, then number. */
  paperKey(household: Held | undefined): string;
}

export function createFolk(book: HeldBook, places: Places, stock: Stockroom = createStockroom(book)): Folk {
  const relations = relationList(book);
  const personKeys = fieldsOfPeople(book.catalogue);
  const stateOf = (person: Held) => book.closing(person);
  const relationKey = (person: Held) => {
    const at = relations?.codes.findIndex(({ key }) => key === person.fields.relation) ?? -1;
    const isGone = stateOf(person).status === 'left' || stateOf(person).status === 'dead';
    return `${isGone ? 1 : 0} ${String(at === -1 ? 99 : at).padStart(2, '0')} ${textOf(person.fields, 'birthDate') || '~'} ${person.id}`;
  };

  const householdOf = (person: Held): Held | undefined => {
    const id = stateOf(person).household;
    const found = typeof id === 'string' ? book.get(id) : undefined;
    return found?.kind === householdKind ? found : undefined;
  };
  const everMembers = (household: string): readonly Held[] => {
    const ids = new Set<string>();
    for (const state of book.statesNaming(household)) if (state.fields[homeKey] === household) ids.add(state.id);
    for (const fact of book.factsNaming(household)) {
      for (const key of personKeys.get(fact.kind) ?? []) ids.add(textOf(fact.fields, key));
    }
    return [...ids].flatMap((id) => {
      const person = book.find(personKind, id);
      return person?.id === id ? [person] : [];
    });
  };
  const members = (household: string): readonly Held[] =>
    everMembers(household)
      .filter((person) => stateOf(person).household === household)
      .map((person) => [relationKey(person), person] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, person]) => person);
  const row = (person: Held | undefined, household: Held | undefined, held: Held): SearchRow => ({
    id: held.id,
    kind: held.kind === householdKind ? 'household' : 'person',
    household: household?.id ?? '',
    householdNumber: household === undefined ? '' : textOf(household.fields, 'number'),
    name: person === undefined ? '' : textOf(person.fields, 'fullName'),
    villageName: places.name(household?.place ?? held.place),
    birthYear: person === undefined ? '' : textOf(person.fields, 'birthDate').slice(0, 4),
    sex: person === undefined ? '' : textOf(person.fields, 'sex'),
    isWaiting: held.standing !== 'confirmed',
  });

  return {
    book,
    places,
    stock,
    members,
    everMembers,
    householdOf,
    householdRow: (household) => row(members(household.id)[0], household, household),
    personRow: (person) => row(person, householdOf(person), person),
    personLine: (person, today) => ({
      ...personLine(person, stateOf(person), relations, today),
      ended: endedOn(book.timeline(person)) ?? '',
      endedFor: endedFor(book, person),
    }),
    paperKey: (household) =>
      household === undefined
        ? '~'
        : `${places.code(household.place)} ${textOf(household.fields, 'number').padStart(6, '0')}`,
  };
}

/** A person's opening household. */
const homeKey = 'household';

/** Fields of each kind of fact in which it names a person. */
function fieldsOfPeople({ records }: Catalogue): ReadonlyMap<string, readonly string[]> {
  const keysOf = (fields: Catalogue['records'][number]['fields']) =>
    fields.filter(({ type }) => type.is === 'reference' && type.to === personKind).map(({ key }) => key);
  return new Map(records.map(({ kind, fields }) => [kind, keysOf(fields)]));
}

function relationList(book: HeldBook): CodeList | undefined {
  const fields = book.catalogue.records.flatMap((record) => record.fields);
  const type = fields.find(({ key }) => key === 'relation')?.type;
  return type?.is === 'code' ? type.list : undefined;
}

function personLine(
  person: Held,
  state: Held['fields'],
  relations: CodeList | undefined,
  today: string,
): Omit<PersonLine, 'ended' | 'endedFor'> {
  const birthDate = textOf(person.fields, 'birthDate');
  const sex = textOf(person.fields, 'sex');
  const relation = publicCode(relations, textOf(person.fields, 'relation'));
  const words = relations === undefined || relation === '' ? undefined : codeWords(relations, relation, sex);
  return {
    id: person.id,
    name: textOf(person.fields, 'fullName'),
    relation,
    relationWords: words === undefined ? '' : say(words, 'vi'),
    sex,
    birthDate,
    age: birthDate === '' ? null : completedYears(birthDate, today),
    residence: textOf(state, 'residence'),
    status: textOf(state, 'status'),
    spouse: textOf(state, 'spouse'),
    standing: person.standing,
  };
}
