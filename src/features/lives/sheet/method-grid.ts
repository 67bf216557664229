import { method } from '../../../catalogue/codes/care/method.ts';

/** What the grid is worked out from: starts and stops as a panel tells them. */
export interface MethodFact {
  readonly kind: string;
  /** Civil date. */
  readonly date: string;
  readonly details: readonly { readonly field: string; readonly value: { readonly vi: string } }[];
}

export interface GridYear {
  readonly year: number;
  /** Twelve cells: the printed number of the method in use on the month's last day, or blank. */
  readonly months: readonly string[];
}

const yearsOfBook = 5;
const firstBook = 2011;

/** The book runs five years: 2026 to 2030 for any day of them. */
export function firstYearOfBook(today: string): number {
  const year = Number(today.slice(0, 4));
  return year - ((((year - firstBook) % yearsOfBook) + yearsOfBook) % yearsOfBook);
}

/**
 * Mục II of one woman: which method was in use at the end of each month of this book, up to the present month. A start
 * ends the method before it; a stop ends only the method it names.
 * Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II.
 */
export function methodGrid(facts: readonly MethodFact[], today: string): readonly GridYear[] {
  const first = firstYearOfBook(today);
  const steps = facts
    .filter(({ kind }) => kind === 'method_start' || kind === 'method_stop')
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return Array.from({ length: yearsOfBook }, (_, index) => ({
    year: first + index,
    months: Array.from({ length: 12 }, (__, month) => cell(steps, first + index, month + 1, today)),
  }));
}

function cell(steps: readonly MethodFact[], year: number, month: number, today: string): string {
  const name = `${year}-${String(month).padStart(2, '0')}`;
  if (name > today.slice(0, 7)) return '';
  let used = '';
  for (const step of steps) {
    if (step.date.slice(0, 7) > name) break;
    const code = codeOf(step);
    if (step.kind === 'method_start') used = code;
    else if (code === used || code === '') used = '';
  }
  return used;
}

/** Its number on paper; the words themselves where a newer release knows a method that this one does not. */
function codeOf({ details }: MethodFact): string {
  const words = details.find(({ field }) => field === 'method')?.value.vi ?? '';
  return method.codes.find(({ label }) => label.vi === words)?.printed ?? words;
}
