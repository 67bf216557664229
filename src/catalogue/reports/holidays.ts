import { dateAfter } from '../../domain/calendar/civil-date.ts';
import type { RestDays } from '../../domain/calendar/working-days.ts';

/*
 * Days on which offices rest, year by year: Tết follows the moon, and each year the Government says which days are
 * exchanged. One row a run of days; a new year is new rows.
 */

interface Rest {
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly source: string;
}

const law = 'Bộ luật Lao động 2019, Điều 112';
const exchange = 'Lịch nghỉ Tết, Quốc khánh năm 2026 của công chức, viên chức (Bộ Nội vụ thông báo)';

export const rests: readonly Rest[] = [
  { first: '2026-01-01', last: '2026-01-01', name: 'Tết Dương lịch', source: law },
  { first: '2026-01-02', last: '2026-01-02', name: 'Nghỉ hoán đổi', source: exchange },
  { first: '2026-02-16', last: '2026-02-20', name: 'Tết Bính Ngọ', source: exchange },
  { first: '2026-04-27', last: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)', source: law },
  { first: '2026-04-30', last: '2026-05-01', name: 'Ngày Chiến thắng, Quốc tế Lao động', source: law },
  { first: '2026-08-31', last: '2026-08-31', name: 'Nghỉ hoán đổi', source: exchange },
  { first: '2026-09-01', last: '2026-09-02', name: 'Quốc khánh', source: law },
  { first: '2027-01-01', last: '2027-01-01', name: 'Tết Dương lịch', source: law },
];

/** Weekends that are worked in exchange. */
const worked = ['2026-01-10', '2026-08-22'] as const;

/** The table is whole between these days: beyond them only weekends are known, and a deadline says so. */
const whole = { from: '2026-01-01', to: '2027-01-31' } as const;

export const restDays: RestDays = {
  rests: new Set(rests.flatMap(({ first, last }) => daysFrom(first, last))),
  works: new Set(worked),
};

export function isTabled(date: string): boolean {
  return date >= whole.from && date <= whole.to;
}

function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let date = first; date <= last; date = dateAfter(date, 0, 1)) days.push(date);
  return days;
}
