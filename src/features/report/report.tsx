import type { VNode } from 'preact';
import { catalogue } from '../../catalogue/index.ts';
import { say } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { civilDay, monthAway } from '../../ui/civil-time.ts';
import { language, words } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useAnswer } from '../../ui/use-answer.ts';
import type { ScreenProps } from '../screen.ts';
import { FigureTable } from './figure-table.tsx';
import { nameMonth, readMonth } from './month.ts';

/** The month's report, worked out on this phone from the same definitions as the hub's. */
export function Report({ screen, params }: ScreenProps): VNode | null {
  const thisMonth = civilDay(Date.now()).slice(0, 7);
  const month = readMonth(params.month) ?? thisMonth;
  const form = catalogue.reports.find((report) => report.period === 'month');
  const code = form?.code ?? '';
  const answer = useAnswer(() => screen.phone.report(code, month, screen.who.commune), month, screen.revision.value);
  if (answer === undefined || form === undefined) return null;
  const copy = words.value.report;
  const table = answer.value;
  const turn = (step: number): void => screen.go(`/report/${monthAway(month, step)}`);
  return (
    <Page
      title={`${table.form} · ${nameMonth(month, words.value)}`}
      note={`${say(table.title, language.value)} · ${table.placeName}`}
    >
      <div class="row-of-buttons not-printed">
        <Button label={copy.monthBefore} icon="left" onPress={() => turn(-1)} />
        {month < thisMonth && <Button label={copy.monthAfter} icon="right" onPress={() => turn(1)} />}
      </div>
      <FigureTable figures={table.above} month={month} hasCumulative={false} />
      <FigureTable figures={table.rows} month={month} hasCumulative />
    </Page>
  );
}
