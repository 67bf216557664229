import { holds, type Scope } from '../condition.ts';
import { type FieldProblem, readValue } from '../field.ts';
import type { Fields, Value } from '../value.ts';
import type { FormDefinition, FormPage, Question } from './form.ts';

export interface AnswerProblem {
  readonly field: string;
  readonly why: FieldProblem;
}

/** Questions of a page that are asked now; `scope` holds the answers so far. */
export function visibleQuestions(page: FormPage, scope: Scope): readonly Question[] {
  return page.questions.filter((question) => question.when === undefined || holds(question.when, scope));
}

/** Places of the pages that ask anything now, in their order: a page whose questions are all hidden is passed over. */
export function askedPages(form: FormDefinition, scope: Scope): readonly number[] {
  return form.pages.flatMap((page, place) => (visibleQuestions(page, scope).length > 0 ? [place] : []));
}

/** Answers that must be mended before the form is saved: of asked questions only, in their order. */
export function problems(form: FormDefinition, answers: Fields, scope: Scope = answers): readonly AnswerProblem[] {
  return form.pages
    .flatMap((page) => visibleQuestions(page, scope))
    .flatMap((question): readonly AnswerProblem[] => {
      const { field } = question;
      const read = readValue(field, answers[field.key]);
      return read.ok || isAnsweredUnknown(question, answers) ? [] : [{ field: field.key, why: read.error }];
    });
}

/** "Không rõ" was chosen, where that is an answer. */
export function isAnsweredUnknown({ field, mayBeUnknown }: Question, answers: Fields): boolean {
  return mayBeUnknown !== undefined && answers[field.key] === null;
}

/**
 * Answers of the asked questions as their fields keep them. A blank is `null`; what was never answered is left out, so
 * that an edit leaves it as it stands. Only for answers without `problems`.
 */
export function readAnswers(form: FormDefinition, answers: Fields, scope: Scope): Fields {
  const read = form.pages
    .flatMap((page) => visibleQuestions(page, scope))
    .filter(({ field }) => answers[field.key] !== undefined)
    .map((question) => {
      const { field } = question;
      if (isAnsweredUnknown(question, answers)) return [field.key, null] as const;
      const value = readValue(field, answers[field.key]);
      if (!value.ok) throw new Error(`form ${form.key}: ${field.key} is ${value.error}; ask problems() first`);
      return [field.key, value.value] as const;
    });
  return Object.fromEntries(read);
}

/** Whether a question starts as what stands of the person: such a form is opened from that person's page, about nobody else. */
export function startsFromSubject({ subject, pages }: FormDefinition): boolean {
  return pages.some(({ questions }) =>
    questions.some(
      ({ startsAs }) => startsAs !== undefined && 'path' in startsAs && startsAs.path.startsWith(`${subject}.`),
    ),
  );
}

/** One event told of many: the same answers for each of the ticked people, each once; nobody ticked is a blank. */
export function answersOfEach({ forMany, subject }: FormDefinition, answers: Fields): readonly Fields[] {
  const many: Value | undefined = subject === undefined ? undefined : answers[subject];
  if (!forMany || subject === undefined || !Array.isArray(many)) return [answers];
  const ids = many.length === 0 ? [null] : [...new Set<Value>(many)];
  return ids.map((id) => ({ ...answers, [subject]: id }));
}
