import { agedOut } from '../../catalogue/rules/age/aged-out.ts';
import { definitionOf } from '../../domain/book/book.ts';
import { closingState } from '../../domain/book/timeline.ts';
import { completedYears } from '../../domain/calendar/age.ts';
import { formatDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { RecordField } from '../../domain/field.ts';
import { say, type Words } from '../../domain/words.ts';
import type { Folk } from '../folk.ts';
import { happenedTo } from '../forms/happened.ts';
import { type Held, personKind, textOf } from '../held.ts';
import type { FieldLine, PersonPage, PersonPanel, Relative } from './answers.ts';
import { changeLines, type NameOf, personLink } from './change-lines.ts';
import { fieldLines, isSecretValue } from './field-lines.ts';
import { endedFor } from './life/ended.ts';

/** Fields that a page says in places of their own. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'fullName',
  'household',
  'mother',
  'father',
  'spouse',
  'phone',
  'relation',
  'status',
]);

/** They stay on the record of who came home, for a return can be taken back. */
const ofAbsence: ReadonlySet<string> = new Set(['awaySince', 'awayWhere', 'awayWhy']);

export function personPage(folk: Folk, id: string, today: string, nameOf: NameOf): PersonPage | undefined {
  const person = folk.book.get(id);
  if (person?.kind !== personKind) return undefined;
  const state = closingState(folk.book.timeline(person));
  const household = folk.householdOf(person);
  const isAway = state.residence === 'usual_absent';
  // Who died or left is neither present nor absent.
  const isHere = state.status !== 'dead' && state.status !== 'left';
  const shown = fieldsOf(folk).filter(
    ({ key, isSensitive }) =>
      !isSensitive && !saidElsewhere.has(key) && (isAway || !ofAbsence.has(key)) && (isHere || key !== 'residence'),
  );
  return {
    id: person.id,
    line: folk.personLine(person, today),
    householdId: household?.id ?? '',
    householdNumber: household === undefined ? '' : textOf(household.fields, 'number'),
    place: household?.place ?? person.place,
    villageName: folk.places.name(household?.place ?? person.place),
    phone: phoneOf(person),
    fields: fieldLines(folk, shown, state, textOf(person.fields, 'sex')),
    spouse: linkTo(folk, textOf(state, 'spouse')),
    mother: linkTo(folk, textOf(person.fields, 'mother')),
    father: linkTo(folk, textOf(person.fields, 'father')),
    children: childrenOf(folk, person),
    changes: changeLines(folk, folk.book.factsNaming(person.id), 'page', nameOf),
    // Everybody has one: whether there is a panel must not tell what stands in it.
    hasPanel: true,
  };
}

/** What only the person's own panel shows. Who asks must have logged the look before; `isSeen`: whether she may see a fact still. */
export function personPanel(
  folk: Folk,
  id: string,
  today: string,
  nameOf: NameOf,
  isSeen: (fact: Held) => boolean,
): Omit<PersonPanel, 'looks'> | undefined {
  const person = folk.book.get(id);
  if (person?.kind !== personKind) return undefined;
  const state = closingState(folk.book.timeline(person));
  const shown = fieldsOf(folk).filter((field) => field.isSensitive || isSecretValue(field, person.fields[field.key]));
  const lines = fieldLines(folk, shown, state, '');
  const said = wordsOfAge(person, textOf(state, agedOut.field), today);
  return {
    id: person.id,
    name: textOf(person.fields, 'fullName'),
    fields: [...openLines(folk, person), ...lines.map((line) => sayAge(line, said))],
    changes: changeLines(folk, folk.book.factsNaming(person.id).filter(isSeen), 'panel', nameOf),
  };
}

/** What goes on now, e.g. a pregnancy, and since when. */
function openLines({ book }: Folk, person: Held): readonly FieldLine[] {
  const { open } = happenedTo(book, person);
  return book.catalogue.records.flatMap(({ kind, lasts, isSensitive }) => {
    const since = open[kind];
    if (lasts === undefined || typeof since !== 'string' || !isSensitive) return [];
    return [{ field: kind, label: lasts.now, value: { vi: formatDate(since) } }];
  });
}

/** What her age makes of a method that stands in the book. */
function wordsOfAge({ fields }: Held, method: string, today: string): readonly Words[] {
  const birthDate = textOf(fields, 'birthDate');
  const ageOn = (day: string) => (isPartialDate(birthDate) ? (completedYears(birthDate, day) ?? 0) : 0);
  const turns = ageOn(`${today.slice(0, 4)}-12-31`);
  if (fields.sex !== agedOut.sex || turns < agedOut.years) return [];
  const isAsked = turns === agedOut.years && !agedOut.lasting.includes(method);
  return [...(ageOn(today) < agedOut.years ? [] : [agedOut.words]), ...(isAsked ? [agedOut.asks] : [])];
}

function sayAge(line: FieldLine, said: readonly Words[]): FieldLine {
  if (line.field !== agedOut.field || said.length === 0) return line;
  const { vi, en = vi } = line.value;
  const joined = (language: 'vi' | 'en') => said.map((words) => say(words, language)).join('; ');
  return { ...line, value: { vi: `${vi} (${joined('vi')})`, en: `${en} (${joined('en')})` } };
}

function fieldsOf(folk: Folk): readonly RecordField[] {
  return definitionOf(folk.book.catalogue, personKind)?.fields ?? [];
}

/** Who wishes no calls has no number to call. */
function phoneOf(person: Held): string {
  return person.fields.contactWish === 'no_calls' ? '' : textOf(person.fields, 'phone');
}

function linkTo(folk: Folk, id: string): Relative | undefined {
  const person = id === '' ? undefined : folk.book.get(id);
  return person?.kind === personKind ? relative(folk, person) : undefined;
}

function relative(folk: Folk, person: Held): Relative {
  const { sex = '', status = '' } = { ...person.fields, ...folk.book.closing(person) };
  return { ...personLink(person), sex: String(sex), status: String(status), endedFor: endedFor(folk.book, person) };
}

/** The older first. No index is kept of parents: they are asked for one person at a time. */
function childrenOf(folk: Folk, parent: Held): readonly Relative[] {
  const children: Held[] = [];
  for (const person of folk.book.all(personKind)) {
    if (person.fields.mother === parent.id || person.fields.father === parent.id) children.push(person);
  }
  return children
    .map((child) => relative(folk, child))
    .sort((a, b) => (a.birthDate + a.id < b.birthDate + b.id ? -1 : 1));
}
