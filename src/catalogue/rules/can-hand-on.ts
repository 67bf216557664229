import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import { records } from '../records/index.ts';

/** Whether a draft of this form may go to another device: what belongs to an own panel stays where it was begun. */
export function canHandOn(form: FormDefinition): boolean {
  const isPrivate = (kind: string): boolean => records.find((one) => one.kind === kind)?.isSensitive === true;
  return form.shown !== 'panel' && !form.writes.some(({ kind }) => isPrivate(kind));
}

/** The answers that go along: a card's number and the like is typed again where the form is finished. */
export function handedAnswers({ pages }: FormDefinition, answers: Fields): Fields {
  const kept = new Set(
    pages.flatMap(({ questions }) => questions.flatMap(({ field }) => (field.isSensitive ? [field.key] : []))),
  );
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !kept.has(key)));
}
