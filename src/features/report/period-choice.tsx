import type { VNode } from 'preact';
import { type Period, readPeriod } from '../../domain/calendar/period.ts';
import { Button } from '../../ui/button.tsx';
import {
  kindOf,
  latestDay,
  namePeriod,
  type PeriodKind,
  periodAway,
  periodKinds,
  periodOn,
} from '../../ui/words/period-steps.ts';
import { reportWords } from '../../ui/words/report-words.ts';

interface PeriodChoiceProps {
  readonly period: Period;
  readonly today: string;
  readonly onPeriod: (period: string) => void;
}

/** Month, quarter, span or year, and the one before or after it. */
export function PeriodChoice({ period, today, onPeriod }: PeriodChoiceProps): VNode {
  const kind = kindOf(period);
  return (
    <div class="report-part not-printed">
      <fieldset class="field">
        <legend class="seen-by-ear">{reportWords.value.choose}</legend>
        <div class="row-of-buttons period-kinds">
          {periodKinds.map((one) => (
            <button
              key={one}
              type="button"
              class="button"
              aria-pressed={one === kind}
              onClick={() => onPeriod(periodOn(one, latestDay(period, today)))}
            >
              {nameKind(one)}
            </button>
          ))}
        </div>
      </fieldset>
      <div class="row-of-buttons">
        <StepButton period={period} step={-1} today={today} onPeriod={onPeriod} />
        <StepButton period={period} step={1} today={today} onPeriod={onPeriod} />
      </div>
    </div>
  );
}

function nameKind(kind: PeriodKind): string {
  const { kinds, months } = reportWords.value;
  return typeof kind === 'number' ? months(kind) : kinds[kind];
}

interface StepButtonProps extends PeriodChoiceProps {
  readonly step: -1 | 1;
}

/** Nothing is reported of a period that has not begun. */
function StepButton({ period, step, today, onPeriod }: StepButtonProps): VNode | null {
  const read = readPeriod(periodAway(period, step) ?? '');
  if (!read.ok || read.value.first > today) return null;
  const { text } = read.value;
  const label = namePeriod(read.value, reportWords.value.period);
  return <Button label={label} icon={step < 0 ? 'left' : 'right'} onPress={() => onPeriod(text)} />;
}
