import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { unverifiedWords } from '../../catalogue/stock/unit.ts';
import { clockTime } from '../../domain/calendar/civil-date.ts';
import { say } from '../../domain/words.ts';
import { consoleWords } from '../../i18n/console-words.ts';
import { Button } from '../../ui/button.tsx';
import { language } from '../../ui/language.ts';
import { address, goTo } from '../address.ts';
import type { ConsoleApi, ConsoleCommune, OrderReply } from '../api.ts';
import { CommuneChoice } from '../features/report/report-choice.tsx';
import { StoreSection } from '../features/stock/store-section.tsx';
import { Loaded } from '../loaded.tsx';
import { useReply } from '../use-reply.ts';

/** Which of the desk's two jobs is open. */
export function Jobs(): VNode {
  const { job } = address.value;
  const { report, stock } = consoleWords(language.value);
  const jobs = [
    [null, report.job],
    ['stock', stock.title],
  ] as const;
  return (
    <nav class="row-of-buttons not-printed" aria-label={report.jobs}>
      {jobs.map(([key, label]) => (
        <button
          key={label}
          type="button"
          class="button"
          aria-current={job === key ? 'page' : undefined}
          onClick={() => goTo({ job: key, row: null })}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

interface StockDeskProps {
  readonly api: Pick<ConsoleApi, 'stock' | 'confirmOrders'>;
  readonly communes: readonly ConsoleCommune[];
  readonly commune: ConsoleCommune;
  readonly onEnded: () => void;
}

/** A commune's stores: what its station asks for, what it has, and what its collaborators hold. */
export function StockDesk({ api, communes, commune, onEnded }: StockDeskProps): VNode {
  const { stock } = consoleWords(language.value);
  return (
    <>
      <div class="page-head">
        <h1 tabIndex={-1}>{stock.title}</h1>
        <p class="soft">{commune.name}</p>
      </div>
      <Jobs />
      <CommuneChoice communes={communes} book={commune.book} onBook={(book) => goTo({ book })} />
      <Stores key={commune.book} api={api} book={commune.book} onEnded={onEnded} />
    </>
  );
}

interface StoresProps extends Pick<StockDeskProps, 'api' | 'onEnded'> {
  readonly book: string;
}

function Stores({ api, book, onEnded }: StoresProps): VNode {
  const words = consoleWords(language.value);
  const { stock } = words;
  const answer = useReply(book, () => api.stock(book), onEnded);
  const [said, setSaid] = useState('');
  useEffect(() => {
    document.title = `${stock.title} – ${words.app.name}`;
  }, [stock, words]);
  const confirm = async (lines: readonly OrderReply[], again: () => void): Promise<string | undefined> => {
    setSaid('');
    const reply = await api.confirmOrders(book, lines);
    if (!reply.ok) {
      if (reply.error !== 'ended') return words.failure[reply.error];
      onEnded();
      return undefined;
    }
    if (reply.value.is === 'refused') return stock.refused[reply.value.why];
    setSaid(stock.confirmed);
    again();
    return undefined;
  };
  return (
    <>
      <p role="status">{said}</p>
      <Loaded answer={answer} loading={stock.loading}>
        {({ value, at, again }) => (
          <div class="desk-report">
            {value.stores.map((store) => (
              <StoreSection key={store.id} store={store} onConfirm={(lines) => confirm(lines, again)} />
            ))}
            <p class="small soft">{say(unverifiedWords, language.value)}</p>
            <div class="loaded-at not-printed">
              <span class="soft">{words.report.loaded(clockTime(at))}</span>
              <Button label={words.report.refresh} isQuiet onPress={again} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
