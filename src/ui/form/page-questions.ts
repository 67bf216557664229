import { askedPages, visibleQuestions } from '../../domain/form/answers.ts';
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

/** Places of the pages that ask something now. */
export function pagesAsked(definition: FormDefinition, answers: Fields, today: string): readonly number[] {
  return askedPages(definition, { ...answers, today });
}

/**
 * Key of the question that keeps in which words a date was told (`birthDateSaid` of `birthDate`), where the form asks
 * it too: both are answered in one control.
 */
export function saidKey(questions: readonly Question[], { field }: Question): string | undefined {
  if (field.type.is !== 'date' || field.type.partial !== true) return undefined;
  return questions.find((other) => other.field.key === `${field.key}Said`)?.field.key;
}

/** What is drawn of a page: a question that is answered within another one's control is not drawn again. */
export function drawnQuestions(questions: readonly Question[]): readonly Question[] {
  const within = questions.map((question) => saidKey(questions, question));
  return questions.filter(({ field }) => !within.includes(field.key));
}

/**
 * Answers of somewhere that asks a date in one cell and not in which words it was told: words that told another date do not
 * stay beside the one that is answered now.
 * @param stands answers as the book has them
 */
export function withoutOldWords({ pages }: FormDefinition, answers: Fields, stands: Fields): Fields {
  const questions = pages.flatMap((page) => page.questions);
  const old = questions.flatMap((question) => {
    const { key } = question.field;
    const said = saidKey(questions, question);
    const isOld = said !== undefined && answers[said] === stands[said] && answers[key] !== stands[key];
    return isOld && (stands[said] ?? null) !== null ? [[said, null] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(old) };
}
