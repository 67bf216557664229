import type { VNode } from 'preact';
import { coverageAim } from '../../../../catalogue/meeting/targets.ts';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { ShareBars } from '../../../../ui/report/chart/share-bars.tsx';
import { figuresWords, spell } from '../words.ts';
import type { PictureProps } from './figure-series.ts';
import { FigureTable } from './figure-table.tsx';

const keys = ['users_modern_end', 'mwra_end', 'mCPR'];

/** Modern methods among married women of 15–49, commune and villages in their order, with the level each commune is to hold. */
export function Coverage({ screen, period }: PictureProps): VNode | null {
  const copy = figuresWords.value;
  const { commune, places } = screen.who;
  const villages = places.filter(({ level }) => level === 'village');
  const units = [{ id: commune, name: copy.commune }, ...villages];
  const answer = useAnswer(
    () => Promise.all(units.map(({ id }) => screen.phone.figureSeries(keys, [period.text], id))),
    period.text,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const lines = units.map(({ name }, index) => {
    const [users = null, women = null, percent = null] = answer.value[index]?.[0] ?? [];
    return { name, percent, parts: copy.coverageLine(spell(users), spell(women)) };
  });
  const label = `${copy.coverage}. ${copy.coverageOf(String(coverageAim))}`;
  return (
    <section class="section sheet-slip">
      <h2>{copy.coverage}</h2>
      <p class="soft small">{copy.coverageOf(String(coverageAim))}</p>
      <ShareBars
        label={label}
        aim={coverageAim}
        shares={lines.map(({ name, parts, percent }) => ({ label: `${name}: ${parts}`, percent }))}
      />
      <FigureTable
        caption={label}
        heads={[copy.village, copy.couples, copy.percent]}
        rows={lines.map(({ name, parts, percent }) => [name, parts, spell(percent, 1)])}
      />
    </section>
  );
}
