import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Period } from '../../domain/calendar/period.ts';
import { consoleWords } from '../../i18n/console-words.ts';
import { reasonCharacters } from '../../sync/console-api.ts';
import { Button } from '../../ui/button.tsx';
import { language } from '../../ui/language.ts';
import { address, goTo } from '../address.ts';
import type { ConsoleApi, ConsoleCommune } from '../api.ts';
import { ClosingList } from '../features/closing/closing-list.tsx';
import { FrozenForm, FrozenHead } from '../features/closing/frozen-form.tsx';
import { JudgeForm } from '../features/closing/judge-form.tsx';
import { Reconciled } from '../features/closing/reconciled.tsx';
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
          onOpen={(book, closing) => goTo({ book, period: period.text, closing })}
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
              <ReportForm table={value.table} openRow={address.value.row} />
            </FrozenForm>
            <ShowRow />
          </>
        )}
      </Loaded>
    </>
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
