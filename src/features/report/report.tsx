import type { VNode } from 'preact';
import { catalogue } from '../../catalogue/index.ts';
import { say } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { language, words } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { monthAway } from '../../ui/words/civil-time.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { FigureTable } from './figure-table.tsx';
import { nameMonth, readMonth } from './month.ts';

/** The month's report, worked out on this phone from the same definitions as the hub's. */
export function Report({ screen, params }: ScreenProps): VNode | null {
  const thisMonth = civilToday().slice(0, 7);
  const month = readMonth(params.month) ?? thisMonth;
  const form = catalogue.reports.find((report) => report.period === 'month');
  const code = form?.code ?? '';
  const answer = useAnswer(() => screen.phone.report(code, month, screen.who.commune), month, screen.revision.value);
  if (answer === undefined || form === undefined) return null;
  const table = answer.value;
  return (
    <Page
      title={`${table.form} · ${nameMonth(month, words.value)}`}
      note={`${say(table.title, language.value)} · ${table.placeName}`}
    >
      <div class="row-of-buttons not-printed">
        <MonthButton screen={screen} month={monthAway(month, -1)} icon="left" />
        {month < thisMonth && <MonthButton screen={screen} month={monthAway(month, 1)} icon="right" />}
      </div>
      <FigureTable figures={table.above} month={month} hasCumulative={false} />
      <FigureTable figures={table.rows} month={month} hasCumulative />
    </Page>
  );
}

interface MonthButtonProps {
  readonly screen: Screen;
  readonly month: string;
  readonly icon: 'left' | 'right';
}

function MonthButton({ screen, month, icon }: MonthButtonProps): VNode {
  const label = words.value.report.monthAlone(Number(month.slice(5)));
  return <Button label={label} icon={icon} onPress={() => screen.go(`/report/${month}`)} />;
}
