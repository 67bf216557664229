import type { VNode } from 'preact';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import type { ConsoleCommune } from '../../api.ts';
import { PeriodChoice, type PeriodChoiceProps } from './period-choice.tsx';

interface CommuneChoiceProps {
  readonly communes: readonly ConsoleCommune[];
  readonly book: string;
  readonly onBook: (book: string) => void;
}

interface ReportChoiceProps extends PeriodChoiceProps, CommuneChoiceProps {}

/** Under seven choices stand as buttons: a drop-down would hide them. */
const fewestInList = 7;

export function ReportChoice(props: ReportChoiceProps): VNode {
  return (
    <div class="choice-bar not-printed">
      <CommuneChoice {...props} />
      <PeriodChoice {...props} />
    </div>
  );
}

export function CommuneChoice({ communes, book, onBook }: CommuneChoiceProps): VNode | null {
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
