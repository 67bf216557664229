import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { stockForm } from '../../catalogue/stock/month-form.ts';
import type { Period } from '../../domain/calendar/period.ts';
import type { FrozenReport } from '../../domain/figure/closing/closing.ts';
import { say } from '../../domain/words.ts';
import { consoleWords } from '../../i18n/console-words.ts';
import { reasonCharacters } from '../../sync/console-api.ts';
import { Button } from '../../ui/button.tsx';
import { language } from '../../ui/language.ts';
import { FrozenStores } from '../../ui/report/stores/frozen-stores.tsx';
import { address, goTo } from '../address.ts';
import type { ConsoleApi, ConsoleCommune } from '../api.ts';
import { ClosingList } from '../features/closing/closing-list.tsx';
import { FrozenForm, FrozenHead } from '../features/closing/frozen-form.tsx';
import { JudgeForm } from '../features/closing/judge-form.tsx';
import { Reconciled } from '../features/closing/reconciled.tsx';
import { StoreMoves } from '../features/closing/store-moves.tsx';
import { OpenNumber } from '../features/report/open-number.tsx';
import { ReportForm } from '../features/report/report-table.tsx';
import { Loaded } from '../loaded.tsx';
import { useReply } from '../use-reply.ts';

interface ClosingDeskProps {
  readonly api: ConsoleApi;
  readonly communes: readonly ConsoleCommune[];
  readonly commune: ConsoleCommune;
  readonly period: Period;
  readonly onEnded: () => void;
}

/** The figures of now, what communes handed in, or the sum of that. */
export function ViewChoice(): VNode {
  const { closing, upper } = consoleWords(language.value);
  const views = [
    [null, closing.current],
    ['submitted', closing.submitted],
    ['upper', upper.title],
  ] as const;
  return (
    <fieldset class="field not-printed">
      <legend class="seen-by-ear">{closing.views}</legend>
      <div class="row-of-buttons">
        {views.map(([view, label]) => (
          <button
            key={label}
            type="button"
            class="button"
            aria-pressed={address.value.view === view}
            onClick={() => goTo({ view, closing: null, row: null })}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Reports of the period, one of them opened. */
export function ClosingDesk(props: ClosingDeskProps): VNode {
  const { closing } = address.value;
  return closing === null ? <Submitted {...props} /> : <OneClosing key={closing} {...props} id={closing} />;
}

function Submitted({ api, communes, period, onEnded }: ClosingDeskProps): VNode {
  const copy = consoleWords(language.value).closing;
  const answer = useReply(period.text, () => api.closings(period.text), onEnded);
  return (
    <Loaded answer={answer} loading={copy.loading}>
      {(ready) => (
        <ClosingList
          reports={ready.value.reports}
          communes={communes}
          onOpen={(book, form, closing) => goTo({ book, period: period.text, closing, form, row: null })}
        />
      )}
    </Loaded>
  );
}

function OneClosing(props: ClosingDeskProps & { readonly id: string }): VNode {
  const { api, commune, id, onEnded } = props;
  const words = consoleWords(language.value);
  const { book } = commune;
  const answer = useReply(`${book} ${id}`, () => api.closing(book, id), onEnded);
  const judge = async (outcome: 'received' | 'returned', reason: string, again: () => void) => {
    const reply = await api.judge({ book, id, outcome, reason });
    if (!reply.ok) {
      if (reply.error === 'ended') onEnded();
      return reply.error;
    }
    if (reply.value.is === 'refused') return reply.value.why;
    again();
    return undefined;
  };
  return (
    <>
      <div class="not-printed">
        <Button
          label={address.value.view === 'upper' ? words.upper.back : words.closing.back}
          icon="left"
          isQuiet
          onPress={() => goTo({ closing: null, row: null })}
        />
      </div>
      <Loaded answer={answer} loading={words.closing.reconciling}>
        {({ value, again }) => (
          <>
            <FrozenHead frozen={value} onVersion={(closing) => goTo({ closing })} />
            <Reconciled changes={value.changes} rounding={value.table.rounding} />
            <JudgeForm
              closing={value.closing}
              fewestInReason={reasonCharacters.fewest}
              onJudge={(outcome, reason) => judge(outcome, reason, again)}
            />
            <FrozenForm frozen={value}>
              {value.table.form === stockForm.code ? (
                <StoresForm api={api} book={book} frozen={value} onEnded={onEnded} />
              ) : (
                <ReportForm table={value.table} openRow={address.value.row} />
              )}
            </FrozenForm>
            <ShowRow />
          </>
        )}
      </Loaded>
    </>
  );
}

interface StoresFormProps extends Pick<ClosingDeskProps, 'api' | 'onEnded'> {
  readonly book: string;
  readonly frozen: FrozenReport;
}

/** The report of stores as it was frozen; under it what the open number was added up from. */
function StoresForm({ api, book, frozen, onEnded }: StoresFormProps): VNode {
  const { row } = address.value;
  const { table, closing } = frozen;
  const opening = { openRow: row, onOpen: (next: string) => goTo({ row: next }) };
  return (
    <>
      <p class="form-title">{say(table.title, language.value)}</p>
      <FrozenStores
        table={table}
        heads={stockForm.heads}
        cell={(figure) => <OpenNumber {...opening} figure={figure} rounding={table.rounding} />}
      />
      {row !== null && (
        <OpenNumberMoves key={row} load={() => api.closingMoves(book, closing.id, row)} onEnded={onEnded} />
      )}
    </>
  );
}

interface OpenNumberMovesProps extends Pick<ClosingDeskProps, 'onEnded'> {
  readonly load: () => ReturnType<ConsoleApi['closingMoves']>;
}

function OpenNumberMoves({ load, onEnded }: OpenNumberMovesProps): VNode {
  const answer = useReply('moves', load, onEnded);
  return (
    <Loaded answer={answer} loading={consoleWords(language.value).cases.loading}>
      {({ value }) => <StoreMoves found={value} />}
    </Loaded>
  );
}

/** Whoever came from a number of the form of all communes is led to its row. */
function ShowRow(): null {
  const { row } = address.value;
  useEffect(() => {
    if (row !== null) document.querySelector('.row-open')?.scrollIntoView({ block: 'center' });
  }, [row]);
  return null;
}
