import type { VNode } from 'preact';
import { BarChart } from '../../../../ui/report/chart/bar-chart.tsx';
import { figuresWords, spell } from '../words.ts';
import { countedIn, monthsOf, type PictureProps, useSeries } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

/** Month by month beside last year; boys and girls in the table. */
export function BirthsByMonth({ screen, period }: PictureProps): VNode | null {
  const year = Number(period.last.slice(0, 4));
  const series = useSeries(screen, ['births', 'births_m', 'births_f'], [...monthsOf(year), ...monthsOf(year - 1)]);
  if (series === undefined) return null;
  const copy = figuresWords.value;
  const label = copy.birthsOf(String(year), String(year - 1));
  const months = monthsOf(year).map((month, index) => {
    const [counted = [], before = []] = [series[index], series[index + 12]];
    const now = [0, 1, 2].map((part) => countedIn(month, counted[part]));
    return { name: String(index + 1), now, before };
  });
  return (
    <section class="section sheet-slip">
      <h2>{copy.births}</h2>
      <p class="soft small">{label}</p>
      <BarChart
        label={label}
        bars={months.map(({ name, now, before }) => ({ label: name, now: now[0] ?? 0, before: before[0] ?? 0 }))}
      />
      <FigureTable
        caption={label}
        heads={[copy.month, copy.boys, copy.girls, copy.together]}
        rows={months.map(({ name, now, before }) => [
          name,
          ...[1, 2, 0].map((part) => copy.besides(spell(now[part] ?? null), spell(before[part] ?? 0))),
        ])}
      />
    </section>
  );
}
