import { method } from '../../../../catalogue/codes/care/method.ts';
import { cycleOf } from '../../../../catalogue/paper/book-year.ts';

/** What the grid is worked out from: starts and stops as a panel tells them. */
export interface MethodFact {
  readonly kind: string;
  /** Civil date. */
  readonly date: string;
  readonly details: readonly Told[];
  /** What stood there before it. */
  readonly before?: readonly Told[];
}

interface Told {
  readonly field: string;
  readonly value: { readonly vi: string };
}

export interface GridYear {
  readonly year: number;
  /** Twelve cells: the printed number of the method in use on the month's last day, or blank. */
  readonly months: readonly string[];
}

/**
 * Mục II of one woman: which method was in use at the end of each month of this book, up to the present month. A start
 * ends the method before it; a stop ends only the method it names. What was in use before the first of them is what that
 * one stops or found in use, or what is in use still.
 * @param facts the newest first, those of one day too
 * @param present words of the method in use now, blank where none is
 * @param year whose book is open: its five years are shown
 * Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II.
 */
export function methodGrid(
  facts: readonly MethodFact[],
  today: string,
  year: number,
  present = '',
): readonly GridYear[] {
  const { first, last } = cycleOf(year);
  const steps = facts
    .filter(({ kind }) => kind === 'method_start' || kind === 'method_stop')
    .reverse()
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const [earliest] = steps;
  const opening = earliest === undefined ? printedOf(present) : foundBy(earliest);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    months: Array.from({ length: 12 }, (__, month) => cell(steps, first + index, month + 1, today, opening)),
  }));
}

function cell(steps: readonly MethodFact[], year: number, month: number, today: string, opening: string): string {
  const name = `${year}-${String(month).padStart(2, '0')}`;
  if (name > today.slice(0, 7)) return '';
  let used = opening;
  for (const step of steps) {
    if (step.date.slice(0, 7) > name) break;
    const code = codeOf(step);
    if (step.kind === 'method_start') used = code;
    else if (code === used || code === '') used = '';
  }
  return used;
}

function foundBy(earliest: MethodFact): string {
  return earliest.kind === 'method_stop' ? codeOf(earliest) : codeIn(earliest.before ?? []);
}

/** Its number on paper; the words themselves where a newer release knows a method that this one does not. */
function codeOf({ details }: MethodFact): string {
  return codeIn(details);
}

function codeIn(told: readonly Told[]): string {
  return printedOf(told.find(({ field }) => field === 'method')?.value.vi ?? '');
}

function printedOf(words: string): string {
  return method.codes.find(({ label }) => label.vi === words)?.printed ?? words;
}
