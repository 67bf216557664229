import { isOdd, monthsOfHistory, oddMessage, watchedCounts } from '../../../catalogue/meeting/odd-villages.ts';
import { dateAfter, dayBefore } from '../../../domain/calendar/civil-date.ts';
import { daysOfMonth } from '../../../domain/calendar/written-period.ts';
import { indicatorOf } from '../../../domain/figure/indicator.ts';
import { spellTenths } from '../../../domain/figure/rounding.ts';
import type { Words } from '../../../domain/words.ts';
import type { Register } from '../../register.ts';
import type { Doubt } from './answers.ts';

/** Villages whose month is odd beside their own twelve months before it. What was before the book began is no history. */
export function oddVillages(
  { folk, valuesOf }: Pick<Register, 'folk' | 'valuesOf'>,
  month: string,
  villages: readonly string[],
): readonly Doubt[] {
  const days = daysOfMonth(month);
  const history = { first: dateAfter(days.first, -monthsOfHistory, 0), last: dayBefore(days.first) };
  return villages.flatMap((place) => {
    const [now, before] = [valuesOf(watchedCounts, days, place), valuesOf(watchedCounts, history, place)];
    return watchedCounts.flatMap((key, index): readonly Doubt[] => {
      const [count, mean] = [now[index] ?? 0, (before[index] ?? 0) / monthsOfHistory];
      const hasHistory = before.some((value) => (value ?? 0) > 0);
      if (!hasHistory || !isOdd(count, mean)) return [];
      const { label } = indicatorOf(folk.book.catalogue.indicators, key);
      return [oddVillage(place, folk.places.name(place), key, fill(label, count, mean))];
    });
  });
}

function oddVillage(place: string, villageName: string, key: string, why: Words): Doubt {
  const nobody = { person: '', name: '', household: '', householdNumber: '', list: 0 };
  return {
    id: `odd ${place} ${key}`,
    is: 'odd',
    isOnSlip: false,
    isPrivate: false,
    ...nobody,
    place,
    villageName,
    why,
  };
}

function fill(label: Words, count: number, mean: number): Words {
  const said = (text: string, name: string) =>
    text.replace('{label}', name).replace('{count}', String(count)).replace('{mean}', spellTenths(mean));
  return { vi: said(oddMessage.vi, label.vi), en: said(oddMessage.en ?? oddMessage.vi, label.en ?? label.vi) };
}
