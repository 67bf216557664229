import type { VNode } from 'preact';
import type { Period } from '../../domain/calendar/period.ts';
import { kindOf, latestDay, type PeriodKind, periodKinds, periodOn } from '../words/period-steps.ts';

interface PeriodKindsProps {
  readonly period: Period;
  /** Civil day: a year that runs leads to its latest month. */
  readonly today: string;
  readonly label: string;
  readonly words: {
    readonly kinds: { readonly [kind in Exclude<PeriodKind, number>]: string };
    readonly months: (months: number) => string;
  };
  readonly look: string;
  readonly onPeriod: (period: string) => void;
}

/** Month, quarter, span or year: the one of each kind that the chosen period lies in, or holds. */
export function PeriodKinds({ period, today, label, words, look, onPeriod }: PeriodKindsProps): VNode {
  const chosen = kindOf(period);
  return (
    <fieldset class="field">
      <legend class="seen-by-ear">{label}</legend>
      <div class={look}>
        {periodKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            aria-pressed={kind === chosen}
            onClick={() => onPeriod(periodOn(kind, latestDay(period, today)))}
          >
            {typeof kind === 'number' ? words.months(kind) : words.kinds[kind]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
