import type { VNode } from 'preact';
import { catalogue } from '../../../../catalogue/index.ts';
import { indicatorOf } from '../../../../domain/figure/indicator.ts';
import { sinceJanuary } from '../../../../ui/words/period-steps.ts';
import { figuresWords, spell } from '../words.ts';
import { type PictureProps, useSeries } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

/** Boys and girls born since January, this year and the four before: grey where they are few. */
export function SexRatio({ screen, period }: PictureProps): VNode | null {
  const now = sinceJanuary(period);
  const years = [0, 1, 2, 3, 4].map((back) => now.replaceAll(/\d{4}(?=-)/g, (year) => String(Number(year) - back)));
  const series = useSeries(screen, ['births', 'births_m', 'births_f', 'SRB'], years);
  if (series === undefined) return null;
  const copy = figuresWords.value;
  const { small } = indicatorOf(catalogue.indicators, 'SRB');
  const [births = 0, boys = 0, girls = 0, ratio = null] = series[0] ?? [];
  const isFew = (count: number | null) => (count ?? 0) < (small?.below ?? 0);
  const isSmall = isFew(births);
  const yearOf = (index: number) => years[index]?.slice(0, 4) ?? '';
  const smallYears = series.flatMap(([count = 0], index) => (isFew(count) ? [yearOf(index)] : []));
  return (
    <section class="section sheet-slip">
      <h2>{copy.ratio}</h2>
      <p class={isSmall ? 'soft' : undefined}>{copy.ratioOf(spell(boys), spell(girls), spell(ratio, 1))}</p>
      {isSmall && <p class="soft small">{copy.small}</p>}
      <FigureTable
        caption={copy.ratio}
        smallRows={new Set(smallYears)}
        heads={[copy.year, copy.boys, copy.girls, copy.per100]}
        rows={series.map(([, m = 0, f = 0, srb = null], index) => [yearOf(index), spell(m), spell(f), spell(srb, 1)])}
      />
    </section>
  );
}
