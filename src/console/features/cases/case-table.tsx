import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { ReportCase } from '../../../domain/figure/report.ts';
import type { ConsoleWords } from '../../../i18n/console-vi.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';

/** Rows drawn at once: a population of thousands must not stop the page. */
const firstRows = 200;

function spellSex(sex: string, words: ConsoleWords): string {
  if (sex === 'male') return words.cases.male;
  return sex === 'female' ? words.cases.female : '—';
}

interface CaseTableProps {
  readonly title: string;
  readonly cases: readonly ReportCase[];
  readonly hasNames: boolean;
}

export function CaseTable(props: CaseTableProps): VNode {
  const words = consoleWords(language.value);
  const [shown, setShown] = useState(firstRows);
  const left = props.cases.length - shown;
  return (
    <>
      <table class="table case-table">
        <caption class="seen-by-ear">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cases.household}</th>
            {props.hasNames && <th scope="col">{words.cases.name}</th>}
            <th scope="col">{words.cases.village}</th>
            <th scope="col">{words.cases.date}</th>
            <th scope="col">{words.cases.sex}</th>
          </tr>
        </thead>
        <tbody>
          {props.cases.slice(0, shown).map((one) => (
            <tr key={`${one.record} ${one.person}`}>
              <td>{one.householdNumber || '—'}</td>
              {props.hasNames && <td>{one.name || '—'}</td>}
              <td>{one.villageName || '—'}</td>
              <td class="date">{one.date === '' ? '—' : formatDate(one.date)}</td>
              <td>{spellSex(one.sex, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button
          label={words.cases.more(spellNumber(left, language.value))}
          onPress={() => setShown(shown + 5 * firstRows)}
        />
      )}
    </>
  );
}
