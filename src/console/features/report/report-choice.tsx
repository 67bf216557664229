import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { monthAway } from '../../../ui/words/civil-time.ts';
import type { ConsoleCommune } from '../../api.ts';

interface ReportChoiceProps {
  readonly communes: readonly ConsoleCommune[];
  readonly book: string;
  /** "2026-11" */
  readonly period: string;
  readonly thisMonth: string;
  readonly onBook: (book: string) => void;
  readonly onPeriod: (period: string) => void;
}

/** How far back the list of months goes; older ones are reached by the button before it. */
const monthsListed = 24;

/** Under seven choices stand as buttons: a drop-down would hide them. */
const fewestInList = 7;

export function ReportChoice(props: ReportChoiceProps): VNode {
  return (
    <div class="choice-bar not-printed">
      <CommuneChoice {...props} />
      <MonthChoice {...props} />
    </div>
  );
}

function CommuneChoice({ communes, book, onBook }: ReportChoiceProps): VNode | null {
  const words = consoleWords(language.value);
  if (communes.length < 2) return null;
  if (communes.length < fewestInList) {
    return (
      <fieldset class="field">
        <legend class="field-label">{words.report.chooseCommune}</legend>
        <div class="row-of-buttons">
          {communes.map((commune) => (
            <button
              key={commune.book}
              type="button"
              class="button commune"
              aria-pressed={commune.book === book}
              onClick={() => onBook(commune.book)}
            >
              {commune.name}
            </button>
          ))}
        </div>
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label class="field-label" for="commune">
        {words.report.chooseCommune}
      </label>
      <select id="commune" class="input" value={book} onChange={(event) => onBook(event.currentTarget.value)}>
        {communes.map((commune) => (
          <option key={commune.book} value={commune.book}>
            {commune.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function listMonths(period: string, thisMonth: string): readonly string[] {
  const latest = Array.from({ length: monthsListed }, (_, back) => monthAway(thisMonth, -back));
  return latest.includes(period) ? latest : [...latest, period];
}

function MonthChoice({ period, thisMonth, onPeriod }: ReportChoiceProps): VNode {
  const words = consoleWords(language.value);
  const isLatest = period >= thisMonth;
  return (
    <div class="month-choice">
      <Button label={words.report.monthBefore} icon="left" onPress={() => onPeriod(monthAway(period, -1))} />
      <label class="seen-by-ear" for="month">
        {words.report.chooseMonth}
      </label>
      <select id="month" class="input" value={period} onChange={(event) => onPeriod(event.currentTarget.value)}>
        {listMonths(period, thisMonth).map((month) => (
          <option key={month} value={month}>
            {words.report.month(formatDate(month))}
          </option>
        ))}
      </select>
      <Button
        label={words.report.monthAfter}
        icon="right"
        isBusy={isLatest}
        onPress={() => onPeriod(monthAway(period, 1))}
      />
    </div>
  );
}
