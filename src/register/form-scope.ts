import { scopeOf } from '../domain/book/book.ts';
import { closingState, dayState } from '../domain/book/timeline.ts';
import { formatDate, isPartialDate } from '../domain/calendar/partial-date.ts';
import type { ChoiceList } from '../domain/catalogue.ts';
import { holds, type Scope } from '../domain/condition.ts';
import type { FormContext, FormDefinition, Question } from '../domain/form/form.ts';
import type { Fields, Value } from '../domain/value.ts';
import type { Folk } from './folk.ts';
import { type Held, textOf } from './held.ts';

/** What a form is asked with: the people it may name, today, and the answers that stand until somebody changes them. */
export function formContext(folk: Folk, form: FormDefinition, household: string, today: string): FormContext {
  const questions = form.pages.flatMap((page) => page.questions);
  const choices = questions.flatMap(({ field, choices: list }) =>
    list === undefined ? [] : [[field.key, choicesOf(folk, list, household, today)] as const],
  );
  const defaults = questions.flatMap(({ field }) =>
    field.fallback === undefined ? [] : [[field.key, field.fallback] as const],
  );
  return { today, choices: Object.fromEntries(choices), defaults: Object.fromEntries(defaults) };
}

type Choices = FormContext['choices'][string];

function choicesOf(folk: Folk, key: string, household: string, today: string): Choices {
  const list = folk.book.catalogue.choices.find((one) => one.key === key);
  if (list === undefined) throw new Error(`no choice list ${key}`);
  const fits = (person: Held, condition: ChoiceList['where']) =>
    holds(condition, { it: scopeOf(person, closingState(folk.book.timeline(person))), today });
  const offered = folk.members(household).filter(({ kind }) => kind === list.kind);
  const fitting = offered.filter((person) => fits(person, list.where));
  const first = fitting.filter((person) => fits(person, list.first));
  return [...first, ...fitting.filter((person) => !first.includes(person))].map((person) => choiceOf(person, list));
}

function choiceOf(person: Held, list: ChoiceList): Choices[number] {
  const note = textOf(person.fields, list.note);
  const choice = { value: person.id, label: textOf(person.fields, 'fullName') };
  return note === '' ? choice : { ...choice, note: isPartialDate(note) ? formatDate(note) : note };
}

/**
 * What a form's conditions, checks and writes see: the answers by field, `today`, the household, and each record that
 * an answer names, in place of its id, as it was on the day of the fact (today where no day is answered yet).
 */
export function scopeFor(folk: Folk, form: FormDefinition, household: string, answers: Fields, today: string): Scope {
  const day = dayOfFact(folk, form, answers) ?? today;
  const scope: { [name: string]: Value | Scope | undefined } = { ...answers, today };
  for (const question of form.pages.flatMap((page) => page.questions)) {
    const named = recordNamed(folk, question, answers);
    if (named !== undefined) scope[question.field.key] = scopeOn(folk, named, day);
  }
  const held = folk.book.get(household);
  return held === undefined ? scope : { ...scope, household: scopeOn(folk, held, day) };
}

function scopeOn(folk: Folk, record: Held, day: string): Scope {
  return scopeOf(record, dayState(folk.book.timeline(record), day));
}

function recordNamed(folk: Folk, { field }: Question, answers: Fields): Held | undefined {
  const id = field.type.is === 'reference' ? answers[field.key] : undefined;
  return typeof id === 'string' ? folk.book.get(id) : undefined;
}

/** The answered date of the fact that the form writes. */
function dayOfFact(folk: Folk, form: FormDefinition, answers: Fields): string | undefined {
  for (const write of form.writes) {
    const dateField = folk.book.catalogue.records.find(({ kind }) => kind === write.kind)?.dateField;
    const source = dateField === undefined ? undefined : write.values[dateField];
    const day = source !== undefined && 'field' in source ? answers[source.field] : undefined;
    if (typeof day === 'string' && day.length === 10 && isPartialDate(day)) return day;
  }
  return undefined;
}
