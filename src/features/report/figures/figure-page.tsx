import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PeriodKinds } from '../../../ui/report/period-kinds.tsx';
import { stepTo } from '../../../ui/words/period-steps.ts';
import { reportWords } from '../../../ui/words/report-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { LeftNote } from '../left-note.tsx';
import type { ReportedPeriod } from '../reported-period.ts';
import { type FigureView, figurePath } from './reported.ts';
import { figuresWords, periodWord } from './words.ts';

interface FigurePageProps {
  readonly screen: Screen;
  readonly view: FigureView;
  readonly reported: ReportedPeriod;
  readonly title: string;
  readonly children: ComponentChildren;
}

const printed: readonly FigureView[] = ['compare', 'villages', 'pictures'];
const views: readonly FigureView[] = ['compare', 'villages', 'pictures', 'files', 'entry', 'paper'];

/** What all of them share: the period, the way to the others, the period before and after. */
export function FigurePage({ screen, view, reported, title, children }: FigurePageProps): VNode {
  const today = civilToday();
  const { period } = reported;
  const { choose, ...words } = reportWords.value;
  const onPeriod = (next: string): void => screen.go(figurePath(view, next));
  const steps = [stepTo(period, -1), stepTo(period, 1)]
    .filter((one) => one !== undefined)
    .filter(({ first }) => first <= today);
  const copy = figuresWords.value;
  return (
    <Page title={title} note={screen.who.communeName} onBack={screen.back}>
      <nav class="row-of-buttons not-printed" aria-label={copy.compare}>
        {views
          .filter((one) => one !== view)
          .map((one) => (
            <a key={one} class="button" href={figurePath(one, period.text)}>
              <span>{copy[one]}</span>
            </a>
          ))}
      </nav>
      <div class="report-part not-printed">
        <PeriodKinds {...{ period, today, words, onPeriod }} label={choose} look="row-of-buttons period-kinds" />
        <div class="row-of-buttons">
          {steps.map(({ text }) => (
            <a key={text} class="button" href={figurePath(view, text)}>
              <span>{periodWord(text)}</span>
            </a>
          ))}
        </div>
      </div>
      {printed.includes(view) && (
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
      )}
      <LeftNote who={screen.who} period={period} />
      {children}
    </Page>
  );
}
