import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { ReportTable } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { reportParts } from '../../../ui/words/report-blocks.ts';
import { type Opening, OpenNumber, rowOf } from './open-number.tsx';
import { PartTable } from './part-table.tsx';

interface ReportFormProps extends Opening {
  readonly table: ReportTable;
}

/** Kept while one goes from commune to commune. */
const showsOwn = signal(false);

export function ReportForm(props: ReportFormProps): VNode {
  const words = consoleWords(language.value).report;
  const { table } = props;
  const isQuiet = table.rows.length > 0 && table.rows.every((figure) => figure.value === 0);
  // Whoever opened a row that is not on the law's form sees it.
  const isOwnOpen = table.rows.some((figure) => !figure.isLegal && rowOf(figure) === props.openRow);
  const isShown = showsOwn.value || isOwnOpen;
  return (
    <>
      <AboveForm {...props} />
      {table.rows.length === 0 && <p>{words.noRows}</p>}
      {reportParts(table.rows, isShown).map((part) => (
        <PartTable key={part.title?.vi ?? ''} {...props} part={part} />
      ))}
      {isQuiet && <p class="soft">{words.allZero}</p>}
      {table.rows.some(({ isLegal }) => !isLegal) && (
        <div class="not-printed">
          <Button
            label={isShown ? words.hideOwn : words.showOwn}
            isOpen={isShown}
            onPress={() => {
              showsOwn.value = !isShown;
            }}
          />
        </div>
      )}
    </>
  );
}

function AboveForm(props: ReportFormProps): VNode | null {
  const words = consoleWords(language.value).report;
  if (props.table.above.length === 0) return null;
  return (
    <section aria-label={words.above}>
      <dl class="above">
        {props.table.above.map((figure) => (
          <div key={figure.key}>
            <dt>{say(figure.label, language.value)}</dt>
            <dd>
              <OpenNumber {...props} rounding={props.table.rounding} figure={figure} />{' '}
              {say(figure.unit, language.value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
