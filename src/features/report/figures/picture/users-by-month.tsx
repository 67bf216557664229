import type { VNode } from 'preact';
import { BarChart } from '../../../../ui/report/chart/bar-chart.tsx';
import { figuresWords, spell } from '../words.ts';
import { monthsOf, type PictureProps, useSeries } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

/** Who began a method and who gave one up, month by month. */
export function UsersByMonth({ screen, period }: PictureProps): VNode | null {
  const year = Number(period.last.slice(0, 4));
  const series = useSeries(screen, ['new_users', 'stop_users'], monthsOf(year));
  if (series === undefined) return null;
  const copy = figuresWords.value;
  const label = copy.usersOf(String(year));
  const months = series.map(([begun, stopped], index) => ({
    label: String(index + 1),
    now: begun ?? 0,
    before: stopped ?? 0,
  }));
  return (
    <section class="section sheet-slip">
      <h2>{copy.users}</h2>
      <p class="soft small">{label}</p>
      <BarChart label={label} bars={months} />
      <FigureTable
        caption={label}
        heads={[copy.month, copy.begun, copy.stopped]}
        rows={months.map((month) => [month.label, spell(month.now), spell(month.before)])}
      />
    </section>
  );
}
