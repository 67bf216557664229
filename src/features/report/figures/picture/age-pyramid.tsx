import type { VNode } from 'preact';
import { ageBands } from '../../../../catalogue/rules/age/age-bands.ts';
import { formatDate } from '../../../../domain/calendar/partial-date.ts';
import { readPeriod } from '../../../../domain/calendar/period.ts';
import { textLastYear } from '../../../../domain/calendar/written-period.ts';
import { Pyramid } from '../../../../ui/report/chart/pyramid.tsx';
import { figuresWords, spell } from '../words.ts';
import { type PictureProps, useSeries } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

const sexes = ['male', 'female'] as const;
const keys = ageBands.flatMap(({ key }) => sexes.map((sex) => `pop_by_age_sex[${sex},${key}]`));

/** Men and women by age at the end of the period, and a year before. */
export function AgePyramid({ screen, period }: PictureProps): VNode | null {
  const series = useSeries(screen, keys, [period.text, textLastYear(period)]);
  if (series === undefined) return null;
  const copy = figuresWords.value;
  const before = readPeriod(textLastYear(period));
  const [now, then] = [formatDate(period.last), before.ok ? formatDate(before.value.last) : ''];
  const at = (which: number, index: number): number => series[which]?.[index] ?? 0;
  const bands = ageBands.map(({ words }, index) => ({
    label: words,
    men: at(0, 2 * index),
    women: at(0, 2 * index + 1),
    menBefore: at(1, 2 * index),
    womenBefore: at(1, 2 * index + 1),
  }));
  const label = copy.pyramidOf(now, then);
  return (
    <section class="section sheet-slip">
      <h2>{copy.pyramid}</h2>
      <p class="soft small">{label}</p>
      <Pyramid label={label} bands={bands} words={copy} />
      <FigureTable
        caption={label}
        heads={[copy.age, copy.men, copy.women]}
        rows={bands.map((band) => [
          band.label,
          copy.besides(spell(band.men), spell(band.menBefore)),
          copy.besides(spell(band.women), spell(band.womenBefore)),
        ])}
      />
    </section>
  );
}
