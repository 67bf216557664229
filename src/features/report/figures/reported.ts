import { civilToday } from '../../../ui/words/today.ts';
import { type ReportedPeriod, readReported } from '../reported-period.ts';

export function reportedOf(text: string | undefined): ReportedPeriod {
  const found = readReported(text, civilToday());
  if (found === undefined) throw new RangeError('no form for a month');
  return found;
}

export type FigureView = 'compare' | 'villages' | 'pictures' | 'files' | 'entry' | 'paper';

export const figurePath = (view: FigureView, period: string): string => `/figures/${view}/${period}`;
export const targetsPath = (year: string): string => `/targets/${year}`;
