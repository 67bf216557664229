import type { FieldDefinition, FieldType } from '../../domain/field.ts';
import type { Question } from '../../domain/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { type Language, say } from '../../domain/words.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import { boxesOf, faultOf } from '../field/date-boxes.ts';
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
  return questions.flatMap(({ field }) => {
    const text = wordFault(field, answers[field.key], words, language);
    return text === undefined ? [] : [{ field: field.key, text }];
  });
}

function wordFault(
  field: FieldDefinition,
  answer: Value | undefined,
  words: InterfaceWords,
  language: Language,
): string | undefined {
  const label = say(field.label, language);
  if (field.type.is === 'date') return wordDateFault(field, answer, label, words);
  const isBlank = answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '');
  if (isBlank) return field.isRequired ? wordBlank(field.type, label, words) : undefined;
  return wordShape(field.type, answer, label, words);
}

function wordBlank(type: FieldType, label: string, words: InterfaceWords): string {
  const isChosen = type.is === 'code' || type.is === 'reference' || type.is === 'boolean' || type.is === 'place';
  return isChosen ? words.form.choose(inSentence(label)) : words.form.enter(inSentence(label));
}

function wordDateFault(
  field: FieldDefinition,
  answer: Value | undefined,
  label: string,
  words: InterfaceWords,
): string | undefined {
  const fault = faultOf(boxesOf(answer));
  if (fault === undefined) return undefined;
  if (fault === 'blank') return field.isRequired ? words.form.enter(inSentence(label)) : undefined;
  if (fault === 'year') return words.form.fullYear(label);
  return fault === 'calendar' ? words.form.noSuchDate(label) : words.form.wholeDate(label);
}

function wordShape(type: FieldType, answer: Value, label: string, words: InterfaceWords): string | undefined {
  if (type.is === 'integer') {
    const number = finishAnswer(type, answer);
    const fits = typeof number === 'number' && number >= type.min && number <= type.max;
    return fits ? undefined : words.form.wholeNumber(label, type.min, type.max);
  }
  if (typeof answer !== 'string') return undefined;
  if (type.is === 'text' && answer.trim().length > type.maxLength) return words.form.tooLong(label, type.maxLength);
  if (type.is === 'phone' && !/^\d{9,11}$/.test(answer.replace(/[\s.]/g, ''))) return words.form.phoneShape(label);
  return undefined;
}

/** "Họ tên con" → "họ tên con" after a verb; an abbreviation keeps its capitals. */
function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  const isAbbreviation = second !== second.toLowerCase();
  return isAbbreviation ? label : first.toLowerCase() + label.slice(first.length);
}
