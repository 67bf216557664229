import type { VNode } from 'preact';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { PeriodKinds } from '../../../ui/report/period-kinds.tsx';
import { kindOf, namePeriod, type PeriodKind, periodOn, stepTo } from '../../../ui/words/period-steps.ts';

export interface PeriodChoiceProps {
  readonly period: Period;
  /** Civil day: nothing is reported of what has not begun. */
  readonly today: string;
  readonly onPeriod: (period: string) => void;
}

/** How far back the list of periods goes; older ones are reached by the button before it. */
const listed: { readonly [kind in PeriodKind]: number } = { month: 24, quarter: 12, 6: 5, 9: 5, 11: 5, year: 5 };

export function PeriodChoice(props: PeriodChoiceProps): VNode {
  const words = consoleWords(language.value).report;
  const { period, today, onPeriod } = props;
  return (
    <div class="period-choice">
      <PeriodKinds {...{ period, today, words, onPeriod }} label={words.chooseKind} look="row-of-buttons" />
      <PeriodSteps {...props} />
    </div>
  );
}

function PeriodSteps({ period, today, onPeriod }: PeriodChoiceProps): VNode {
  const words = consoleWords(language.value).report;
  const [before, after] = [stepTo(period, -1), stepTo(period, 1)];
  const isLatest = after === undefined || after.first > today;
  return (
    <div class="month-choice">
      <Button
        label={words.before}
        icon="left"
        isBusy={before === undefined}
        onPress={() => before && onPeriod(before.text)}
      />
      <label class="seen-by-ear" for="period">
        {words.choosePeriod}
      </label>
      <select id="period" class="input" value={period.text} onChange={(event) => onPeriod(event.currentTarget.value)}>
        {listPeriods(period, today).map((one) => (
          <option key={one.text} value={one.text}>
            {namePeriod(one, words.period)}
          </option>
        ))}
      </select>
      <Button label={words.after} icon="right" isBusy={isLatest} onPress={() => after && onPeriod(after.text)} />
    </div>
  );
}

/** From the latest that has begun backwards; the chosen one is always among them. */
function listPeriods(period: Period, today: string): readonly Period[] {
  const kind = kindOf(period);
  const latest = kind === undefined ? undefined : readPeriod(periodOn(kind, today));
  if (kind === undefined || latest?.ok !== true) return [period];
  const found = [latest.value];
  for (let one = stepTo(latest.value, -1); one !== undefined && found.length < listed[kind]; one = stepTo(one, -1))
    found.push(one);
  return found.some(({ text }) => text === period.text) ? found : [...found, period];
}
