import type { VNode } from 'preact';
import { frozenDoubts } from '../../../catalogue/records/closing/report-frozen.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page.tsx';
import { CarriedRows, ChangedRows } from '../../../ui/report/changed-rows.tsx';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import { doubtLines, sayDoubt } from '../../../ui/report/frozen-doubts.ts';
import { closingWords } from '../../../ui/words/closing-words.ts';
import { namePeriod } from '../../../ui/words/period-steps.ts';
import { reportParts } from '../../../ui/words/report-blocks.ts';
import { reportWords } from '../../../ui/words/report-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { FigureTable } from '../figure-table.tsx';
import { readReported } from '../reported-period.ts';

type Frozen = NonNullable<Awaited<ReturnType<Screen['phone']['frozenReport']>>>;

/** A report as it was frozen: printed and signed so; late facts beside it. */
export function FrozenScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.version ?? '';
  const answer = useAnswer(() => screen.phone.frozenReport(id), id, screen.revision.value);
  const reported = readReported(params.period, civilToday());
  const frozen = answer?.value;
  if (frozen === undefined || reported === undefined) return null;
  const copy = closingWords.value;
  const { closing, table, changes, before, carried } = frozen;
  const shared = { period: reported.period, rounding: table.rounding, isFrozen: true } as const;
  return (
    <div class="sheet-tall">
      <Page
        title={`${table.form} · ${namePeriod(reported.period, reportWords.value.period)}`}
        note={`${say(table.title, language.value)} · ${table.placeName}`}
        onBack={screen.back}
      >
        <Standing closing={closing} />
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
        <FigureTable {...shared} parts={reportParts(table.above, true)} hasCumulative={false} />
        <FigureTable {...shared} parts={reportParts(table.rows, false)} hasCumulative />
        <CarriedRows rows={carried} rounding={table.rounding} />
        {changes.length > 0 && (
          <section class="section not-printed">
            <h2>{copy.changes}</h2>
            <p class="soft">{copy.changesHow}</p>
            <ChangedRows rows={changes} rounding={table.rounding} heads={[copy.frozen, copy.now]} />
          </section>
        )}
        {before.length > 0 && (
          <section class="section not-printed">
            <h2>{copy.before}</h2>
            <ChangedRows rows={before} rounding={table.rounding} heads={[copy.earlier, copy.later]} />
          </section>
        )}
        <Signed place={table.placeName} date={closing.date} />
      </Page>
    </div>
  );
}

function Standing({ closing }: Pick<Frozen, 'closing'>): VNode {
  const copy = closingWords.value;
  const { answer, doubts } = closing;
  const left = doubtLines(frozenDoubts, doubts);
  return (
    <div>
      <p>
        <ClosingState closing={closing} />
      </p>
      {answer !== undefined && <p class="soft">{copy.answered(answer.by, formatDate(answer.date))}</p>}
      {answer !== undefined && answer.reason !== '' && <p>{copy.because(answer.reason)}</p>}
      <p class="soft small">
        {copy.version(closing.version)} · {copy.frozenOn(formatDate(closing.date), closing.author)}
      </p>
      {left.length > 0 && (
        <p class="soft small">
          {copy.doubts}: {left.map(sayDoubt).join(' · ')}
        </p>
      )}
      <p class="soft small">{copy.hash(closing.hash.slice(0, 16))}</p>
    </div>
  );
}

function Signed({ place, date }: { readonly place: string; readonly date: string }): VNode {
  const copy = closingWords.value;
  return (
    <section>
      <p>{copy.place(place, formatDate(date))}</p>
      <div class="sheet-signed">
        {[copy.maker, copy.head].map((who) => (
          <p key={who}>
            {who}
            <br />
            <span class="soft small">{copy.hint}</span>
          </p>
        ))}
      </div>
    </section>
  );
}
