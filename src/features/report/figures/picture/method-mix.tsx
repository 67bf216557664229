import type { VNode } from 'preact';
import { method } from '../../../../catalogue/codes/care/method.ts';
import { say } from '../../../../domain/words.ts';
import { language } from '../../../../ui/language.ts';
import { ShareBars } from '../../../../ui/report/chart/share-bars.tsx';
import { figuresWords, spell } from '../words.ts';
import { type PictureProps, useSeries } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

const keys = method.codes.flatMap(({ key }) => [`users_end[${key}]`, `method_mix[${key}]`]);

/** Which methods are in use at the end of the period: counts before per cent. */
export function MethodMix({ screen, period }: PictureProps): VNode | null {
  const series = useSeries(screen, keys, [period.text]);
  if (series === undefined) return null;
  const copy = figuresWords.value;
  const [values = []] = series;
  const lines = method.codes.map(({ label }, index) => ({
    label: say(label, language.value),
    couples: values[2 * index] ?? 0,
    percent: values[2 * index + 1] ?? null,
  }));
  return (
    <section class="section sheet-slip">
      <h2>{copy.mix}</h2>
      <ShareBars
        label={copy.mix}
        shares={lines.map(({ label, couples, percent }) => ({ label: `${label}: ${spell(couples)}`, percent }))}
      />
      <FigureTable
        caption={copy.mix}
        heads={[copy.method, copy.couples, copy.percent]}
        rows={lines.map(({ label, couples, percent }) => [label, spell(couples), spell(percent, 1)])}
      />
    </section>
  );
}
