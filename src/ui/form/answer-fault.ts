import { type FieldDefinition, type FieldProblem, type FieldType, longestName, readValue } from '../../domain/field.ts';
import { isAnsweredUnknown } from '../../domain/form/answers.ts';
import type { Question } from '../../domain/form/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { type Language, say } from '../../domain/words.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import { boxesOf, type DateFault, faultOf } from '../field/date-boxes.ts';
import { soughtIn } from '../field/sought.ts';
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
    return [{ field: field.key, text: wordProblem(problem, question, language, words) }];
  });
}

type Problem = FieldProblem | Exclude<DateFault, 'blank'> | 'unchosen';

/** A date that is still boxes is judged as boxes; everything else as the engine judges it. */
function problemOf(field: FieldDefinition, answer: Value | undefined): Problem | undefined {
  if (field.type.is === 'date') {
    const fault = faultOf(boxesOf(answer), field.type.partial);
    if (fault !== undefined && fault !== 'blank') return fault;
  }
  if (field.type.is === 'reference' && soughtIn(answer) !== '') return 'unchosen';
  const read = readValue(field, answer === undefined ? answer : finishAnswer(field.type, answer));
  return read.ok ? undefined : read.error;
}

function wordProblem(problem: Problem, question: Question, language: Language, words: InterfaceWords): string {
  const { type } = question.field;
  const { form } = words;
  const label = say(question.field.label, language);
  if (problem === 'missing') return wordMissing(question, label, language, words);
  if (type.is === 'date') return wordDate(problem, label, words);
  if (problem === 'unchosen') return form.unchosen(label);
  if (problem === 'malformed_phone') return form.phoneShape(label);
  if (problem === 'too_long') return form.tooLong(label, type.is === 'text' ? type.maxLength : longestName);
  return type.is === 'integer' ? form.wholeNumber(label, type.min, type.max) : form.choose(inSentence(label));
}

function wordMissing(
  { field: { type }, yesNo }: Question,
  label: string,
  language: Language,
  { form }: InterfaceWords,
): string {
  if (type.is !== 'boolean') return form[isChosen(type) ? 'choose' : 'enter'](inSentence(label));
  const { yes, no } = yesNo ?? { yes: { vi: form.yes }, no: { vi: form.no } };
  return form.yesOrNo(label, say(yes, language), say(no, language));
}

function wordDate(problem: Problem, label: string, { form }: InterfaceWords): string {
  if (problem === 'year') return form.fullYear(label);
  if (problem === 'no_day' || problem === 'no_month' || problem === 'no_year') return form.datePart[problem](label);
  return problem === 'incomplete' || problem === 'incomplete_date' ? form.wholeDate(label) : form.noSuchDate(label);
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
