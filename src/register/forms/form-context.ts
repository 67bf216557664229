import { definitionOf, scopeOf } from '../../domain/book/book.ts';
import { closingState } from '../../domain/book/timeline.ts';
import { formatDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { ChoiceList } from '../../domain/catalogue.ts';
import { holds, operandValue, type Scope } from '../../domain/condition.ts';
import { startsFromSubject } from '../../domain/form/answers.ts';
import { anyone, type FormContext, type FormDefinition, type Question } from '../../domain/form/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { say } from '../../domain/words.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, textOf } from '../held.ts';
import { isSecretValue, valueWords } from '../lives/field-lines.ts';
import { endedOn } from '../lives/life/ended.ts';
import { nameOfStore, outlyingStores } from '../stock/point.ts';
import { placeScope, recordScope } from './record-scope.ts';

type Choice = FormContext['choices'][string][number];

/**
 * What a form is asked with: the people it may name, today, and the answers that stand until somebody changes them.
 * A reference found by searching has one choice where it is answered already: what stands in it, by name.
 * @param where id of a household, or of a village where the form asks at one
 * @param person whom the form is about, where a person's page opened it
 */
export function formContext(
  folk: Folk,
  form: FormDefinition,
  where: string,
  today: string,
  person?: string,
): FormContext {
  const questions = form.pages.flatMap((page) => page.questions);
  const defaults = defaultsOf(folk, form, questions, where, today, person);
  const choices = questions.flatMap(({ field, choices: list }) => {
    if (field.type.is === 'place') return [[field.key, placesOf(folk, field.type.isStore)] as const];
    if (list === undefined) return [];
    // What stands of one person is never written onto another; what belongs to an own panel is about whose panel it is.
    const isAboutHer = startsFromSubject(form) || form.shown === 'panel';
    const isSettled = field.key === form.subject && person !== undefined && isAboutHer;
    const offered = list === anyone || isSettled ? [] : choicesOf(folk, list, where, today);
    return [[field.key, withStanding(folk, offered, defaults[field.key])] as const];
  });
  const rows = Object.fromEntries(choices);
  return {
    today,
    choices: withBrought(folk, questions, rows, today),
    defaults: { ...defaults, ...tickedAlong(folk, form, rows, defaults) },
  };
}

/** The commune and its villages, by name; among stores also the station's points. */
function placesOf(folk: Folk, isOfStores = false): readonly Choice[] {
  const { places } = folk;
  const outlying = isOfStores ? outlyingStores(folk) : [];
  const ids = [places.commune(), ...outlying, ...places.villages().map(({ id }) => id)];
  return ids.map((value) => ({ value, label: nameOfStore(folk, value) }));
}

/** Whom the form is about, and who goes along. */
function tickedAlong(
  folk: Folk,
  { along, forMany, subject = '' }: FormDefinition,
  rows: { readonly [field: string]: readonly Choice[] },
  defaults: Fields,
): Fields {
  const about = defaults[subject];
  if (along === undefined || !forMany || typeof about !== 'string') return {};
  const fits = (id: Value) => {
    const held = typeof id === 'string' && id !== about ? folk.book.get(id) : undefined;
    return held !== undefined && holds(along, { it: scopeOf(held, folk.book.closing(held)), [subject]: about });
  };
  const others = (rows[subject] ?? []).map(({ value }) => value).filter(fits);
  return others.length === 0 ? {} : { [subject]: [about, ...others.filter((id) => typeof id === 'string')] };
}

/** What comes with each choice; whom it names can be read among the rows of that question. */
function withBrought(
  folk: Folk,
  questions: readonly Question[],
  choices: { readonly [field: string]: readonly Choice[] },
  today: string,
): FormContext['choices'] {
  const all = { ...choices };
  for (const question of questions.filter(({ brings }) => brings !== undefined)) {
    const rows = (all[question.field.key] ?? []).map((row) => {
      const brings = broughtBy(folk, question, row.value, today);
      return Object.keys(brings).length === 0 ? row : { ...row, brings };
    });
    all[question.field.key] = rows;
    for (const [field, value] of rows.flatMap(({ brings = {} }) => Object.entries(brings))) {
      const known = all[field];
      if (known !== undefined) all[field] = withStanding(folk, known, value);
    }
  }
  return all;
}

function broughtBy(folk: Folk, { brings = {} }: Question, chosen: Value | undefined, today: string): Fields {
  const held = typeof chosen === 'string' ? folk.book.get(chosen) : undefined;
  if (held === undefined) return {};
  const scope: Scope = { it: scopeOf(held, folk.book.closing(held)), today };
  const brought = Object.entries(brings).map(([field, operand]) => [field, operandValue(operand, scope)] as const);
  return Object.fromEntries(brought.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}

function defaultsOf(
  folk: Folk,
  { subject, shown }: FormDefinition,
  questions: readonly Question[],
  where: string,
  today: string,
  person: string | undefined,
): Fields {
  const about = person === undefined ? undefined : folk.book.get(person);
  const named = subject === undefined || about === undefined ? {} : { [subject]: recordScope(folk, about, today) };
  const scope: Scope = { today, ...placeScope(folk, where, today), ...named };
  const defaults = questions.flatMap((question): readonly (readonly [string, Value])[] => {
    const { field, startsAs } = question;
    if (field.key === subject && about !== undefined)
      return [[field.key, about.id], ...Object.entries(broughtBy(folk, question, about.id, today))];
    const value = startsAs === undefined ? field.fallback : operandValue(startsAs, scope);
    // What only the panel says stands in no other form: unanswered, it stays as it is.
    const isHidden = shown !== 'panel' && isSecretValue(field, value);
    return value === undefined || isHidden ? [] : [[field.key, value]];
  });
  return Object.fromEntries(defaults);
}

/** Whoever stands in a question already can be read there, also when no list offers them. */
function withStanding(folk: Folk, offered: readonly Choice[], value: Value | undefined): readonly Choice[] {
  const held = typeof value === 'string' ? folk.book.get(value) : undefined;
  if (held === undefined || offered.some((choice) => choice.value === held.id)) return offered;
  return [{ value: held.id, ...wordsOf(folk, held, 'birthDate') }, ...offered];
}

function choicesOf(folk: Folk, key: string, household: string, today: string): readonly Choice[] {
  const list = folk.book.catalogue.choices.find((one) => one.key === key);
  if (list === undefined) throw new Error(`no choice list ${key}`);
  const fits = (person: Held, condition: ChoiceList['where']) => {
    const timeline = folk.book.timeline(person);
    return holds(condition, { it: scopeOf(person, closingState(timeline)), ended: endedOn(timeline), today });
  };
  const offered = folk.members(household).filter(({ kind }) => kind === list.kind);
  const fitting = offered.filter((person) => fits(person, list.where));
  const first = fitting.filter((person) => fits(person, list.first));
  const inOrder = [...first, ...fitting.filter((person) => !first.includes(person))];
  return inOrder.map((person) => ({ value: person.id, ...wordsOf(folk, person, list.note) }));
}

/** A person by name, with one field beside it; a household by its number and its head. */
function wordsOf(folk: Folk, held: Held, noted: string): Pick<Choice, 'label' | 'note'> {
  if (held.kind !== householdKind) {
    const note = textOf(held.fields, noted);
    const notes = [isPartialDate(note) ? formatDate(note) : note, goneWords(folk, held)];
    return labelled(textOf(held.fields, 'fullName'), notes.filter((part) => part !== '').join(' · '));
  }
  const { householdNumber, name, villageName } = folk.householdRow(held);
  return labelled([householdNumber, name].filter((part) => part !== '').join(' · '), villageName);
}

/** "Đã chết 20/11/2026" of whom a form may still name. */
function goneWords(folk: Folk, held: Held): string {
  const timeline = folk.book.timeline(held);
  const ended = endedOn(timeline);
  const field = definitionOf(folk.book.catalogue, held.kind)?.fields.find(({ key }) => key === 'status');
  const words = ended && field ? valueWords(folk, field, closingState(timeline).status, '') : undefined;
  return words === undefined || ended === undefined ? '' : `${say(words, 'vi')} ${formatDate(ended)}`;
}

function labelled(label: string, note: string): Pick<Choice, 'label' | 'note'> {
  return note === '' ? { label } : { label, note };
}
