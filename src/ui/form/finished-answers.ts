import type { FieldType } from '../../domain/field.ts';
import type { FormDefinition } from '../../domain/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { shownQuestions } from './shown-questions.ts';

/**
 * Answers as they are judged and saved: text in NFC without stray blanks, numbers as numbers, nothing of a question
 * that is not asked any more, nothing half typed. What belongs to no question (a default of the form) stays.
 */
export function finishAnswers(definition: FormDefinition, answers: Fields, today: string): Fields {
  const questions = definition.pages.flatMap((page) => page.questions);
  const shown = new Set(definition.pages.flatMap((page) => shownQuestions(page, answers, today)));
  const types = new Map(questions.map((question) => [question.field.key, question.field.type]));
  const asked = new Set([...shown].map((question) => question.field.key));
  const finished: { [field: string]: Value } = {};
  for (const [key, answer] of Object.entries(answers)) {
    const type = types.get(key);
    const value = type === undefined ? answer : asked.has(key) ? finishAnswer(type, answer) : undefined;
    if (value !== undefined) finished[key] = value;
  }
  return finished;
}

/** One answer as it is kept; `undefined` while it says nothing yet. */
export function finishAnswer(type: FieldType, answer: Value): Value | undefined {
  if (type.is === 'date') return typeof answer === 'string' ? answer : undefined;
  if (typeof answer !== 'string') return answer;
  const text = answer.normalize('NFC').trim();
  if (text === '') return undefined;
  if (type.is === 'integer') return /^\d+$/.test(text) ? Number(text) : undefined;
  if (type.is === 'name' || type.is === 'text') return text.replace(/\s+/g, ' ');
  return text;
}
