import { bad, good, type Outcome } from '../outcome.ts';
import { daysInMonth } from './civil-date.ts';

/**
 * A date as far as it is known: "1996-05-03", "1996-05" or "1996". Unknown parts are left out, never invented; where
 * a whole date is needed the court rule completes it: month unknown → January, day unknown → the 1st.
 */
export type PartialDate = string;

export type Precision = 'day' | 'month' | 'year';

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** Nobody in a living register was born before, and no form reaches beyond. */
const firstYear = 1800;
const lastYear = 2199;

/** Reads the stored form; 31/02 and 29/02 of a common year are impossible, "3/5/1996" is malformed. */
export function parsePartialDate(text: string): Outcome<PartialDate, 'malformed_date' | 'impossible_date'> {
  // Codes are compared far more often than dates: most text is told apart by its length.
  if (text.length !== 4 && text.length !== 7 && text.length !== 10) return bad('malformed_date');
  const parts = shape.exec(text);
  if (parts === null) return bad('malformed_date');
  const [, year, month = '01', day = '01'] = parts;
  return isPossible(Number(year), Number(month), Number(day)) ? good(text) : bad('impossible_date');
}

function isPossible(year: number, month: number, day: number): boolean {
  const isYear = year >= firstYear && year <= lastYear;
  return isYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for text that reads as a possible whole or partial date. */
export function isPartialDate(text: string): boolean {
  return parsePartialDate(text).ok;
}

export function precisionOf(date: PartialDate): Precision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** "1996" → "1996-01-01", "1996-05" → "1996-05-01". */
export function completeDate(date: PartialDate): string {
  return date.length === 10 ? date : `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`;
}

/** Negative when `a` is earlier; equal dates of different precision stand together. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const [one, other] = [completeDate(a), completeDate(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** As every Vietnamese form writes it: "03/05/1996", "05/1996", "1996". */
export function formatDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}
