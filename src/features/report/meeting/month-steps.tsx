import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { monthAway } from '../../../ui/words/civil-time.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { monthWord } from './words.ts';

interface MonthStepsProps {
  readonly month: string;
  readonly onMonth: (month: string) => void;
}

/** The month before, and the one after where it has begun. */
export function MonthSteps({ month, onMonth }: MonthStepsProps): VNode {
  const [before, after] = [monthAway(month, -1), monthAway(month, 1)];
  return (
    <div class="row-of-buttons not-printed">
      <Button label={monthWord(before)} icon="left" onPress={() => onMonth(before)} />
      {after <= civilToday().slice(0, 7) && (
        <Button label={monthWord(after)} icon="right" onPress={() => onMonth(after)} />
      )}
    </div>
  );
}
