import type { FieldType } from '../../domain/field.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { soughtIn } from '../field/sought.ts';
import { pageQuestions } from './page-questions.ts';

/**
 * Answers as they are judged and saved: text in NFC without stray blanks, numbers as numbers, nothing of a question
 * that is not asked any more, nothing half typed. What stood in a question and was emptied is `null`. What belongs to no
 * question (a default of the form) stays.
 */
export function finishAnswers(definition: FormDefinition, answers: Fields, today: string): Fields {
  const questions = definition.pages.flatMap((page) => page.questions);
  const types = new Map(questions.map(({ field }) => [field.key, field.type]));
  const standing = new Set(questions.filter(({ startsAs }) => startsAs !== undefined).map(({ field }) => field.key));
  const asked = new Set(
    definition.pages.flatMap((page) => pageQuestions(page, answers, today).map(({ field }) => field.key)),
  );
  const finished: { [field: string]: Value } = {};
  for (const [key, answer] of Object.entries(answers)) {
    const type = types.get(key);
    const value = type === undefined ? answer : asked.has(key) ? finishAnswer(type, answer) : undefined;
    if (value !== undefined) finished[key] = value;
    else if (asked.has(key) && standing.has(key) && isEmptied(answer)) finished[key] = null;
  }
  return finished;
}

function isEmptied(answer: Value): boolean {
  return answer === null || (typeof answer === 'string' && answer.trim() === '');
}

/** One answer as it is kept; `undefined` while it says nothing yet. Text that is no number stays text, to be judged. */
export function finishAnswer(type: FieldType, answer: Value): Value | undefined {
  if (type.is === 'date') return typeof answer === 'string' ? answer : undefined;
  if (type.is === 'reference' && soughtIn(answer) !== '') return undefined;
  if (typeof answer !== 'string') return answer;
  const text = answer.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (text === '') return undefined;
  return type.is === 'integer' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}
