import type { VNode } from 'preact';
import type { StoreAbove } from '../../../domain/stock/store.ts';
import type { OrderReply } from '../../api.ts';
import { OrderForm } from './order-form.tsx';
import { ShelfTable } from './shelf-table.tsx';
import { stockCopy } from './words.ts';

interface StoreSectionProps {
  readonly store: StoreAbove;
  readonly onConfirm: (lines: readonly OrderReply[]) => Promise<string | undefined>;
}

/** The station: what it asks for and what it has. A point, a collaborator: what is held there. */
export function StoreSection({ store, onConfirm }: StoreSectionProps): VNode {
  const copy = stockCopy();
  if (store.level !== 'station') {
    const name = copy[store.level](store.name);
    return (
      <details open={store.level === 'point'}>
        <summary>{name}</summary>
        <ShelfTable name={name} shelves={store.shelves} />
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
