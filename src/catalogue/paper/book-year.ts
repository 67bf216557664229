/* Which year's book is open, and which five years it belongs to: Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV. */

const yearsOfBook = 5;
const firstBook = 2011;

/** First and last year of the book that a year is written in: 2026 → 2026 to 2030. */
export function cycleOf(year: number): { readonly first: number; readonly last: number } {
  const first = year - ((((year - firstBook) % yearsOfBook) + yearsOfBook) % yearsOfBook);
  return { first, last: first + yearsOfBook - 1 };
}

/**
 * The year whose book is open: the one after the last that was closed, and never one to come. Where none was ever
 * closed the calendar's year, for then nobody keeps the book by closing it.
 * @param closed years whose closing stands
 * @param today civil day
 */
export function openYear(closed: readonly number[], today: string): number {
  const year = Number(today.slice(0, 4));
  // December's book may be closed before the year is out: then the next one is open.
  return closed.length === 0 ? year : Math.min(year + 1, Math.max(...closed) + 1);
}
