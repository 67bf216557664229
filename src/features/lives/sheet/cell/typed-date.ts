import { formatDate, isPartialDate } from '../../../../domain/calendar/partial-date.ts';

/**
 * A date typed in one cell, as the paper writes it: "5/3/1996", "05.03.1996", "03/1996", "1996" → "1996-03-05",
 * "1996-03", "1996". Blank is `null`; what is no date of the calendar is `undefined`.
 */
export function readTypedDate(text: string): string | null | undefined {
  const parts = text.trim().split(/[\s/.-]+/);
  if (parts.length === 1 && parts[0] === '') return null;
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year = '', month, day] = [...parts].reverse();
  const date = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  return year.length === 4 && isPartialDate(date) ? date : undefined;
}

/** As it stands in its cell. */
export function typedDate(date: string): string {
  return isPartialDate(date) ? formatDate(date) : date;
}
