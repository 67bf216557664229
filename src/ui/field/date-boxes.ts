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

/** Which part is still missing, where it is one; year: not four digits; calendar: no such day. */
export type DateFault = 'blank' | 'no_day' | 'no_month' | 'no_year' | 'incomplete' | 'year' | 'calendar';

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

/**
 * What is still wrong with the boxes; `undefined` when they say a real date. A partial date is one also where only the year
 * is typed, or the month and the year: what is not known is left blank.
 */
export function faultOf(boxes: DateBoxes, isPartial = false): DateFault | undefined {
  const { day, month, year } = tidy(boxes);
  if (day === '' && month === '' && year === '') return 'blank';
  if (year !== '' && !/^\d{4}$/.test(year)) return 'year';
  const missing = missingParts(boxes, isPartial);
  if (missing.length > 0) return missing.length === 1 ? missing[0] : 'incomplete';
  if (![month, day].every((part) => /^\d{0,2}$/.test(part))) return 'calendar';
  return isPartialDate(join(boxes)) ? undefined : 'calendar';
}

type Missing = 'no_day' | 'no_month' | 'no_year';

function missingParts(boxes: DateBoxes, isPartial: boolean): readonly Missing[] {
  const { day, month, year } = tidy(boxes);
  const wantsDay = boxes.unknown === 'none' && !isPartial;
  const wantsMonth = boxes.unknown !== 'month' && (!isPartial || day !== '');
  return [
    ...(wantsDay && day === '' ? (['no_day'] as const) : []),
    ...(wantsMonth && month === '' ? (['no_month'] as const) : []),
    ...(year === '' ? (['no_year'] as const) : []),
  ];
}

/** The answer to keep: the date's text when it is one, nothing when all is blank, else the boxes as typed. */
export function answerOf(boxes: DateBoxes, isPartial = false): Value | undefined {
  const fault = faultOf(boxes, isPartial);
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
