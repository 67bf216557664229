import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { say } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { language, words } from '../../ui/language.ts';
import { Page } from '../../ui/page/page.tsx';
import { ClosingLine } from '../../ui/report/closing-line.tsx';
import { namePeriod } from '../../ui/words/period-steps.ts';
import { reportParts } from '../../ui/words/report-blocks.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { ScreenProps } from '../screen.ts';
import { FigureTable } from './figure-table.tsx';
import { LeftNote } from './left-note.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { readReported, reportPath } from './reported-period.ts';

/** Kept while one goes from number to list and back. */
const showsOwn = signal(false);

/** The same numbers beside others, as pictures, as files. */
function ReportViews({ period }: { readonly period: string }): VNode {
  const { views } = reportWords.value;
  return (
    <nav class="row-of-buttons not-printed" aria-label={views.label}>
      {(['compare', 'villages', 'pictures', 'files', 'entry'] as const).map((view) => (
        <a key={view} class="button" href={`/figures/${view}/${period}`}>
          <span>{views[view]}</span>
        </a>
      ))}
      <a class="button" href="/slips">
        <span>{words.value.pages.slips}</span>
      </a>
    </nav>
  );
}

/** The report of a period, worked out on this phone from the same definitions as the hub's. */
export function Report({ screen, params }: ScreenProps): VNode | null {
  const today = civilToday();
  const reported = readReported(params.period, today);
  const [code, period] = [reported?.form.code ?? '', reported?.period.text ?? ''];
  const answer = useAnswer(() => screen.phone.report(code, period, screen.who.commune), period, screen.revision.value);
  if (answer === undefined || reported === undefined) return null;
  const table = answer.value;
  const copy = reportWords.value;
  const shared = { period: reported.period, rounding: table.rounding };
  const hasOwn = table.rows.some(({ isLegal }) => !isLegal);
  return (
    <Page
      title={`${table.form} · ${namePeriod(reported.period, copy.period)}`}
      note={`${say(table.title, language.value)} · ${table.placeName}`}
    >
      <PeriodChoice period={reported.period} today={today} onPeriod={(next) => screen.go(reportPath(next))} />
      <LeftNote who={screen.who} period={reported.period} />
      <FigureTable {...shared} parts={reportParts(table.above, true)} hasCumulative={false} />
      <FigureTable {...shared} parts={reportParts(table.rows, showsOwn.value)} hasCumulative />
      <ReportViews period={reported.period.text} />
      {hasOwn && (
        <div class="not-printed">
          <Button
            label={showsOwn.value ? copy.hideOwn : copy.showOwn}
            isOpen={showsOwn.value}
            onPress={() => {
              showsOwn.value = !showsOwn.value;
            }}
          />
        </div>
      )}
      {screen.who.role === 'officer' && (
        <ClosingLine
          form={code}
          period={reported.period}
          rounding={table.rounding}
          today={today}
          load={(form, text) => screen.phone.closings(form, text)}
          revision={screen.revision.value}
        />
      )}
    </Page>
  );
}
