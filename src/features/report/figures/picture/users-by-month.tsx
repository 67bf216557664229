import type { VNode } from 'preact';
import { BarChart } from '../../../../ui/report/chart/bar-chart.tsx';
import { figuresWords, spell } from '../words.ts';
import { countedIn, monthsOf, type PictureProps, useSeries } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

/** Who began a method and who gave one up, month by month. */
export function UsersByMonth({ screen, period }: PictureProps): VNode | null {
  const year = Number(period.last.slice(0, 4));
  const series = useSeries(screen, ['new_users', 'stop_users'], monthsOf(year));
  if (series === undefined) return null;
  const copy = figuresWords.value;
  const label = copy.usersOf(String(year));
  const months = monthsOf(year).map((month, index) => {
    const [begun, stopped] = series[index] ?? [];
    return { label: String(index + 1), begun: countedIn(month, begun), stopped: countedIn(month, stopped) };
  });
  const bars = months.map((one) => ({ label: one.label, now: one.begun ?? 0, before: one.stopped ?? 0 }));
  return (
    <section class="section sheet-slip">
      <h2>{copy.users}</h2>
      <p class="soft small">{label}</p>
      <BarChart label={label} bars={bars} />
      <FigureTable
        caption={label}
        heads={[copy.month, copy.begun, copy.stopped]}
        rows={months.map((month) => [month.label, spell(month.begun), spell(month.stopped)])}
      />
    </section>
  );
}
