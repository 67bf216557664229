import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { Value } from '../../domain/value.ts';

/**
 * A date as three boxes. A finished date is the text "2026-11-05" (partial: "2026-11", "2026"); one that is still
 * being typed is kept in the draft as the boxes themselves, so that nothing typed is lost.
 */
export interface DateBoxes {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly unknown: 'none' | 'day' | 'month';
}

export type DateFault = 'blank' | 'incomplete' | 'year' | 'calendar';

const empty: DateBoxes = { day: '', month: '', year: '', unknown: 'none' };

/** Boxes of an answer: a finished date, boxes kept in a draft, or nothing yet. */
export function boxesOf(answer: Value | undefined): DateBoxes {
  if (typeof answer === 'string') {
    const [year = '', month = '', day = ''] = answer.split('-');
    return { day, month, year, unknown: month === '' ? 'month' : day === '' ? 'day' : 'none' };
  }
  if (answer === null || answer === undefined || typeof answer !== 'object' || Array.isArray(answer)) return empty;
  const text = (key: string): string => {
    const part = Object.entries(answer).find(([name]) => name === key)?.[1];
    return typeof part === 'string' ? part : '';
  };
  const unknown = text('unknown');
  return {
    day: text('day'),
    month: text('month'),
    year: text('year'),
    unknown: unknown === 'day' || unknown === 'month' ? unknown : 'none',
  };
}

/** What is still wrong with the boxes; `undefined` when they say a real date. */
export function faultOf(boxes: DateBoxes): DateFault | undefined {
  const { day, month, year } = tidy(boxes);
  if (day === '' && month === '' && year === '') return 'blank';
  if (year !== '' && !/^\d{4}$/.test(year)) return 'year';
  const isMissing = year === '' || (boxes.unknown !== 'month' && month === '');
  if (isMissing || (boxes.unknown === 'none' && day === '')) return 'incomplete';
  if (![month, day].every((part) => /^\d{0,2}$/.test(part))) return 'calendar';
  return isPartialDate(join(boxes)) ? undefined : 'calendar';
}

/** The answer to keep: the date's text when it is one, nothing when all is blank, else the boxes as typed. */
export function answerOf(boxes: DateBoxes): Value | undefined {
  const fault = faultOf(boxes);
  if (fault === 'blank' && boxes.unknown === 'none') return undefined;
  if (fault !== undefined) return { ...boxes };
  return join(boxes);
}

/** "2026-11-05" of whatever parts are known. */
function join(boxes: DateBoxes): string {
  const { day, month, year } = tidy(boxes);
  const known = [year, month, day].filter((part) => part !== '');
  return known.map((part) => part.padStart(2, '0')).join('-');
}

/** Without blanks, and without the parts that are said to be unknown. */
function tidy(boxes: DateBoxes): { readonly day: string; readonly month: string; readonly year: string } {
  return {
    day: boxes.unknown === 'none' ? boxes.day.trim() : '',
    month: boxes.unknown === 'month' ? '' : boxes.month.trim(),
    year: boxes.year.trim(),
  };
}
