import { visibleQuestions } from '../../domain/form/answers.ts';
import type { FormDefinition, FormPage, Question } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';

/** Questions of a page whose condition holds for what was answered so far. */
export function pageQuestions(page: FormPage, answers: Fields, today: string): readonly Question[] {
  return visibleQuestions(page, { ...answers, today });
}

/** Place of the page that asks a field; -1 where no page does. */
export function pageOf(definition: FormDefinition, field: string): number {
  return definition.pages.findIndex((page) => page.questions.some((question) => question.field.key === field));
}
