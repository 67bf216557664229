import type { Condition } from '../../../domain/condition.ts';
import type { Likeness, Question, WriteSources } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { person } from '../../records/person.ts';
import { ask, askIfKnown, askSurely } from './questions.ts';

/* The row of the paper book that somebody new is given (Sổ A0/CTV, Mục I). Unknown stays blank. */

/** Columns 2, 3, 5, 6 and 7. */
export const identityQuestions: readonly Question[] = [
  ask(person, 'fullName'),
  askSurely(person, 'sex'),
  {
    field: askField(person, 'birthDate'),
    hint: { vi: 'Không rõ ngày, tháng thì chỉ ghi năm', en: 'Only the year if day and month are not known' },
  },
  ask(person, 'birthDateSaid'),
  askIfKnown(person, 'ethnicity'),
  {
    field: askField(person, 'insuranceNo'),
    hint: { vi: '10, 12 hoặc 15 ký tự, viết liền', en: '10, 12 or 15 characters, without blanks' },
  },
];

/** Somebody else of the book with this card. */
export function cardLikenessOf(name: string, question: string): Likeness {
  return { name, kind: person.kind, same: { insuranceNo: question }, asCards: true };
}

export const cardLikeness = cardLikenessOf('card', 'insuranceNo');

/** Columns 4 and 8, and a number to call. */
export const relationQuestion = askSurely(person, 'relation');
export const educationQuestion = askIfKnown(person, 'education');
export const phoneQuestion = ask(person, 'phone');

/** The same questions, only when something holds. */
export function askedWhen(when: Condition, questions: readonly Question[]): readonly Question[] {
  return questions.map((question) => ({ ...question, when }));
}

/** What the row writes of a new person; dated values come with the fact. */
export const rowValues: WriteSources = {
  fullName: { field: 'fullName' },
  sex: { field: 'sex' },
  birthDate: { field: 'birthDate' },
  birthDateSaid: { field: 'birthDateSaid' },
  ethnicity: { field: 'ethnicity' },
  education: { field: 'education' },
  relation: { field: 'relation' },
  insuranceNo: { field: 'insuranceNo' },
  phone: { field: 'phone' },
};
