import type { VNode } from 'preact';
import { frozenDoubts } from '../../../catalogue/records/closing/report-frozen.ts';
import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { Period } from '../../../domain/calendar/period.ts';
import type { ReportFigure } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { CarriedRows, ChangedRows } from '../../../ui/report/changed-rows.tsx';
import { closingPath } from '../../../ui/report/closing-path.ts';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import { doubtLines, sayDoubt } from '../../../ui/report/frozen-doubts.ts';
import { HeadField, headName, Signed } from '../../../ui/report/signed.tsx';
import { FrozenStores } from '../../../ui/report/stores/frozen-stores.tsx';
import { closingWords } from '../../../ui/words/closing-words.ts';
import { namePeriod } from '../../../ui/words/period-steps.ts';
import { reportParts } from '../../../ui/words/report-blocks.ts';
import { reportWords } from '../../../ui/words/report-words.ts';
import { spellCell } from '../../../ui/words/spell-cell.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { FigureTable } from '../figure-table.tsx';
import { readHanded } from './handed-report.ts';

type Frozen = NonNullable<Awaited<ReturnType<Screen['phone']['frozenReport']>>>;

/** A report as it was frozen: printed and signed so; late facts beside it. */
export function FrozenScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.version ?? '';
  const answer = useAnswer(() => screen.phone.frozenReport(id), id, screen.revision.value);
  const reported = readHanded(params);
  const frozen = answer?.value;
  if (frozen === undefined || reported === undefined) return null;
  const copy = closingWords.value;
  const { closing, table, changes, before, carried } = frozen;
  const { first, last } = reported.period;
  const isOfStores = table.form === stockForm.code;
  return (
    <div class={isOfStores ? 'sheet' : 'sheet-tall paper-form'}>
      <Page
        title={`${table.form} · ${namePeriod(reported.period, reportWords.value.period)}`}
        note={`${say(table.title, language.value)} · ${table.placeName}`}
        onBack={screen.back}
      >
        <Standing closing={closing} />
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
        {isOfStores ? (
          <FrozenStores
            table={table}
            heads={stockForm.heads}
            cell={(figure) => <StoresNumber table={table} figure={figure} version={id} />}
          />
        ) : (
          <>
            <p class="printed-only">{copy.formHead(table.placeName, formatDate(first), formatDate(last))}</p>
            <FrozenFigures table={table} period={reported.period} />
          </>
        )}
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
        <p>{copy.place(table.placeName, formatDate(closing.date))}</p>
        <Hands isOfStores={isOfStores} author={closing.author} />
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

function FrozenFigures({ table, period }: { readonly table: Frozen['table']; readonly period: Period }): VNode {
  const shared = { period, rounding: table.rounding, isFrozen: true } as const;
  return (
    <>
      <FigureTable {...shared} parts={reportParts(table.above, true)} hasCumulative={false} />
      <FigureTable {...shared} parts={reportParts(table.rows, false)} hasCumulative />
    </>
  );
}

interface StoresNumberProps {
  readonly table: Frozen['table'];
  readonly figure: ReportFigure;
  readonly version: string;
}

/** Opens the movements that it was added up from. */
function StoresNumber({ table, figure, version }: StoresNumberProps): VNode {
  const said = spellCell(figure, { decimals: figure.decimals, rounding: table.rounding });
  if (figure.value === null && !figure.text) return <span>{said}</span>;
  return (
    <a
      class="button button-quiet"
      href={closingPath(table.form, table.period, version, figure.key)}
      aria-label={closingWords.value.says(say(figure.label, language.value), said)}
    >
      {said}
    </a>
  );
}

/** A paper of stores is signed over names; of the forms only the office is known. */
function Hands({ isOfStores, author }: { readonly isOfStores: boolean; readonly author: string }): VNode {
  const copy = closingWords.value;
  if (!isOfStores)
    return (
      <Signed
        hands={[
          [copy.maker, ''],
          [copy.head, ''],
        ]}
      />
    );
  const [keeper, head] = stockForm.hands;
  return (
    <>
      <Signed
        hands={[
          [say(keeper, language.value), author],
          [say(head, language.value), headName()],
        ]}
      />
      <HeadField />
    </>
  );
}
