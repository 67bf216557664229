import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { unverifiedWords } from '../../../catalogue/stock/unit.ts';
import type { StoreAbove } from '../../../domain/stock/store.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { clockTime } from '../../../ui/words/civil-time.ts';
import type { ConsoleApi, ConsoleCommune, OrderReply } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';
import { useReply } from '../../use-reply.ts';
import { OrderForm } from './order-form.tsx';
import { ShelfTable } from './shelf-table.tsx';
import { stockCopy } from './words.ts';

interface StockPageProps {
  readonly api: Pick<ConsoleApi, 'stock' | 'confirmOrders'>;
  readonly commune: ConsoleCommune;
  readonly onEnded: () => void;
}

/** A commune's stores: what its station asks for, what it has, and what its collaborators hold. */
export function StockPage({ api, commune, onEnded }: StockPageProps): VNode {
  const copy = stockCopy();
  const words = consoleWords(language.value);
  const answer = useReply(commune.book, () => api.stock(commune.book), onEnded);
  useEffect(() => {
    document.title = `${copy.title} – ${words.app.name}`;
  }, [copy, words]);
  const [said, setSaid] = useState('');
  const confirm = async (lines: readonly OrderReply[], again: () => void): Promise<string | undefined> => {
    setSaid('');
    const reply = await api.confirmOrders(commune.book, lines);
    if (!reply.ok && reply.error === 'ended') {
      onEnded();
      return undefined;
    }
    if (!reply.ok) return words.failure[reply.error === 'ended' ? 'refused' : reply.error];
    if (reply.value.is === 'refused') return copy.refused[reply.value.why];
    setSaid(copy.confirmed);
    again();
    return undefined;
  };
  return (
    <>
      <p role="status">{said}</p>
      <Loaded answer={answer} loading={copy.loading}>
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

interface StoreSectionProps {
  readonly store: StoreAbove;
  readonly onConfirm: (lines: readonly OrderReply[]) => Promise<string | undefined>;
}

function StoreSection({ store, onConfirm }: StoreSectionProps): VNode {
  const copy = stockCopy();
  if (store.isVillage) {
    return (
      <details>
        <summary>{copy.collaborator(store.name)}</summary>
        <ShelfTable name={copy.collaborator(store.name)} shelves={store.shelves} />
      </details>
    );
  }
  return (
    <>
      <section class="desk-report">
        <h2>{copy.orders}</h2>
        <OrderForm store={store} onConfirm={onConfirm} />
      </section>
      <section class="desk-report">
        <h2>{copy.station(store.name)}</h2>
        <ShelfTable name={copy.station(store.name)} shelves={store.shelves} />
      </section>
    </>
  );
}
