import type { VNode } from 'preact';
import type { Period } from '../../domain/calendar/period.ts';
import { Button } from '../../ui/button.tsx';
import { PeriodKinds } from '../../ui/report/period-kinds.tsx';
import { namePeriod, stepTo } from '../../ui/words/period-steps.ts';
import { reportWords } from '../../ui/words/report-words.ts';

interface PeriodChoiceProps {
  readonly period: Period;
  readonly today: string;
  readonly onPeriod: (period: string) => void;
}

/** Month, quarter, span or year, and the one before or after it. */
export function PeriodChoice({ period, today, onPeriod }: PeriodChoiceProps): VNode {
  const { choose, ...words } = reportWords.value;
  return (
    <div class="report-part not-printed">
      <PeriodKinds {...{ period, today, words, onPeriod }} label={choose} look="row-of-buttons period-kinds" />
      <div class="row-of-buttons">
        <StepButton period={period} step={-1} today={today} onPeriod={onPeriod} />
        <StepButton period={period} step={1} today={today} onPeriod={onPeriod} />
      </div>
    </div>
  );
}

interface StepButtonProps extends PeriodChoiceProps {
  readonly step: -1 | 1;
}

/** Nothing is reported of a period that has not begun. */
function StepButton({ period, step, today, onPeriod }: StepButtonProps): VNode | null {
  const next = stepTo(period, step);
  if (next === undefined || next.first > today) return null;
  const { text } = next;
  const label = namePeriod(next, reportWords.value.period);
  return <Button label={label} icon={step < 0 ? 'left' : 'right'} onPress={() => onPeriod(text)} />;
}
