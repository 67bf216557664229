import type { ReportTable } from '../../domain/figure/report.ts';
import type { Folk } from '../folk.ts';
import type { Act, ActPlan, ActProblem } from './act.ts';
import { problem } from './problem.ts';
import { closingKind, yearOf } from './year-book.ts';

type CloseYear = Extract<Act, { readonly is: 'closeYear' }>;

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
