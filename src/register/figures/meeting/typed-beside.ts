import { type Period, sameLastYear } from '../../../domain/calendar/period.ts';
import { textLastYear } from '../../../domain/calendar/written-period.ts';
import { indicatorsOf, type ReportForm } from '../../../domain/figure/report.ts';
import type { Folk } from '../../folk.ts';
import type { TypedBeside } from './answers.ts';
import { type Bench, readerOf, typedRecords, typedValue } from './typed-figures.ts';

/** Where typed figures stand in the place of last year's. */
export function typedBeside(register: Bench, form: ReportForm, period: Period, place: string): readonly TypedBeside[] {
  if (!isAnyTyped(register.folk)) return [];
  const lastYear = sameLastYear(period);
  const read = readerOf(register, form, place);
  const before = read(lastYear, textBefore(period));
  const whole = typedRecords(register.folk, form.code, textBefore(period), place);
  return indicatorsOf(form).flatMap((key): readonly TypedBeside[] => {
    const value = before(key);
    const source = typedValue(whole.get(key)) === null ? lastYear.first.slice(0, 7) : textBefore(period);
    return value === null ? [] : [{ key, lastYear: value, source }];
  });
}

function isAnyTyped({ book }: Folk): boolean {
  for (const _ of book.all('typed_figure')) return true;
  return false;
}

/** Nobody has a report on paper of any span. */
function textBefore(period: Period): string {
  return period.is === 'span' ? '' : textLastYear(period);
}
