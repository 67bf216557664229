import { openYear } from '../../catalogue/paper/book-year.ts';
import type { ReportTable } from '../../domain/figure/report.ts';
import type { Fields } from '../../domain/value.ts';
import type { YearBook } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';
import type { Act, ActPlan, ActProblem } from './act.ts';
import { problem } from './problem.ts';

type CloseYear = Extract<Act, { readonly is: 'closeYear' }>;

const closingKind = 'book_closed';

/** Closings that stand, the newest year first; of one year that two officers closed, both. */
export function yearBook(folk: Folk, today: string, nameOf: (user: string) => string | undefined): YearBook {
  const closed = [...folk.book.all(closingKind)]
    .sort((a, b) => yearOf(b) - yearOf(a) || (a.id < b.id ? -1 : 1))
    .map((fact) => ({
      id: fact.id,
      year: yearOf(fact),
      date: textOf(fact.fields, 'date'),
      author: nameOf(fact.author) ?? fact.author,
      standing: fact.standing,
      counts: countsOf(fact.fields),
    }));
  return {
    year: openYear(
      closed.map(({ year }) => year),
      today,
    ),
    closed,
  };
}

function yearOf({ fields }: Held): number {
  return Number(fields.year);
}

function countsOf(fields: Fields): { readonly [key: string]: number } {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, number] => isCount(entry)));
}

function isCount([key, value]: readonly [string, unknown]): boolean {
  return key !== 'year' && typeof value === 'number';
}

/**
 * The one fact that closes a year's book, with what stands in it on its last day, or today.
 * @param figures the year's report of the commune
 */
export function planCloseYear(folk: Folk, act: CloseYear, today: string, figures: () => ReportTable): ActPlan {
  const problems = problemsOf(folk, act, today);
  if (problems.some(({ strength }) => strength === 'stop')) return { problems, drafts: [] };
  const { above, rows } = figures();
  const value = (indicator: string): number => [...above, ...rows].find(({ key }) => key === indicator)?.value ?? 0;
  const counts = {
    households: value('hh_total'),
    people: value('pop_end'),
    births: value('births'),
    deaths: value('deaths'),
    moveIn: value('move_in'),
    moveOut: value('move_out'),
  };
  const { drafts, waiting, doubts } = act;
  const add = { date: today, year: act.year, ...counts, drafts, waiting, doubts };
  return { problems, drafts: [{ kind: closingKind, place: folk.places.commune(), add }] };
}

function problemsOf(folk: Folk, { year }: CloseYear, today: string): readonly ActProblem[] {
  const isClosed = [...folk.book.all(closingKind)].some((fact) => yearOf(fact) === year);
  if (isClosed) return [problem('year_closed')];
  if (year > Number(today.slice(0, 4))) return [problem('year_to_come')];
  return today < `${year}-12-31` ? [problem('year_not_over')] : [];
}
