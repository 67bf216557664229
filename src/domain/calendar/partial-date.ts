import { bad, good, type Outcome } from '../outcome.ts';
import { daysInMonth } from './civil-date.ts';

/**
 * A date as far as it is known: "1996-05-03", "1996-05" or "1996". Unknown parts are left out, never invented; where
 * a whole date is needed the court rule completes it: month unknown → January, day unknown → the 1st.
 */
export type PartialDate = string;

export type Precision = 'day' | 'month' | 'year';

/** Nobody in a living register was born before, and no form reaches beyond. */
const firstYear = 1800;
const lastYear = 2199;

type DateProblem = 'malformed_date' | 'impossible_date';

/** Reads the stored form; 31/02 and 29/02 of a common year are impossible, "3/5/1996" is malformed. */
export function parsePartialDate(text: string): Outcome<PartialDate, DateProblem> {
  const problem = problemOf(text);
  return problem === undefined ? good(text) : bad(problem);
}

/** Reports ask this of every date of 60,000 people, and of more codes than dates: by hand, without a pattern. */
function problemOf(text: string): DateProblem | undefined {
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) return 'malformed_date';
  const year = numberAt(text, 0, 4);
  const month = length === 4 ? 1 : partAt(text, 4);
  const day = length < 10 ? 1 : partAt(text, 7);
  if (year === undefined || month === undefined || day === undefined) return 'malformed_date';
  return isPossible(year, month, day) ? undefined : 'impossible_date';
}

/** "-05" → 5. */
function partAt(text: string, from: number): number | undefined {
  return text[from] === '-' ? numberAt(text, from + 1, from + 3) : undefined;
}

function numberAt(text: string, from: number, to: number): number | undefined {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

function isPossible(year: number, month: number, day: number): boolean {
  const isYear = year >= firstYear && year <= lastYear;
  return isYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for text that reads as a possible whole or partial date. */
export function isPartialDate(text: string): boolean {
  return problemOf(text) === undefined;
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
