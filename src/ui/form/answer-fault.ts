import { type FieldDefinition, type FieldProblem, type FieldType, readValue } from '../../domain/field.ts';
import { isAnsweredUnknown } from '../../domain/form/answers.ts';
import type { Question } from '../../domain/form/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { type Language, say } from '../../domain/words.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import { boxesOf, type DateFault, faultOf } from '../field/date-boxes.ts';
import { finishAnswer } from './finished-answers.ts';

export interface AnswerFault {
  readonly field: string;
  /** What to do, never "invalid". */
  readonly text: string;
}

/** What stands in the way of leaving a page: blanks that must be filled and answers that are none. */
export function findFaults(
  questions: readonly Question[],
  answers: Fields,
  words: InterfaceWords,
  language: Language,
): readonly AnswerFault[] {
  return questions.flatMap((question) => {
    const { field, several } = question;
    const answer = answers[field.key];
    if (isAnsweredUnknown(question, answers)) return [];
    const problem = problemOf(field, several && Array.isArray(answer) ? answer[0] : answer);
    if (problem === undefined) return [];
    return [{ field: field.key, text: wordProblem(problem, field.type, say(field.label, language), words) }];
  });
}

type Problem = FieldProblem | Exclude<DateFault, 'blank'>;

/** A date that is still boxes is judged as boxes; everything else as the engine judges it. */
function problemOf(field: FieldDefinition, answer: Value | undefined): Problem | undefined {
  if (field.type.is === 'date') {
    const fault = faultOf(boxesOf(answer));
    if (fault !== undefined && fault !== 'blank') return fault;
  }
  const read = readValue(field, answer === undefined ? answer : finishAnswer(field.type, answer));
  return read.ok ? undefined : read.error;
}

function wordProblem(problem: Problem, type: FieldType, label: string, { form }: InterfaceWords): string {
  if (problem === 'missing' && type.is === 'boolean') return form.yesOrNo(label);
  if (problem === 'missing') return form[isChosen(type) ? 'choose' : 'enter'](inSentence(label));
  if (problem === 'year') return form.fullYear(label);
  if (problem === 'incomplete' || problem === 'incomplete_date') return form.wholeDate(label);
  if (problem === 'calendar' || problem === 'impossible_date' || problem === 'malformed_date') {
    return form.noSuchDate(label);
  }
  if (problem === 'malformed_phone') return form.phoneShape(label);
  if (problem === 'too_long') return form.tooLong(label);
  return type.is === 'integer' ? form.wholeNumber(label, type.min, type.max) : form.choose(inSentence(label));
}

function isChosen(type: FieldType): boolean {
  return type.is === 'code' || type.is === 'reference' || type.is === 'place';
}

/** "Họ tên con" → "họ tên con" after a verb; an abbreviation keeps its capitals. */
function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  const isAbbreviation = second !== second.toLowerCase();
  return isAbbreviation ? label : first.toLowerCase() + label.slice(first.length);
}
