import type { VNode } from 'preact';
import { dateAfter } from '../../../domain/calendar/civil-date.ts';
import { Button } from '../../../ui/button.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { stockWords } from '../part/words.ts';

/** The month that an address names, e.g. "2026-10"; else the present one. */
export function monthAsked({ month = '' }: ScreenProps['query']): string {
  return /^\d{4}-\d{2}$/.test(month) ? month : civilToday().slice(0, 7);
}

interface MonthStepsProps {
  readonly screen: Screen;
  readonly month: string;
  /** Address of the same page of another month. */
  readonly path: (month: string) => string;
}

/** To the month before, and the one after where it has begun. */
export function MonthSteps({ screen, month, path }: MonthStepsProps): VNode {
  const copy = stockWords.value;
  const step = (by: number): string => dateAfter(`${month}-01`, by, 0).slice(0, 7);
  const label = (to: string): string => copy.reportOf(to.slice(5), to.slice(0, 4));
  const [before, after] = [step(-1), step(1)];
  return (
    <div class="row-of-buttons not-printed">
      <Button label={label(before)} icon="left" onPress={() => screen.go(path(before))} />
      {after <= civilToday().slice(0, 7) && (
        <Button label={label(after)} icon="right" onPress={() => screen.go(path(after))} />
      )}
    </div>
  );
}
