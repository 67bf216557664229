import { ledgersOf } from '../../../domain/stock/ledger.ts';
import { type LotMonth, monthOfLot } from '../../../domain/stock/month.ts';
import type { Folk } from '../../folk.ts';
import { nameOfStore, placeOfStore } from '../point.ts';
import { levelOf } from '../shelf-lines.ts';

/** One lot of one store in a month, as the command line prints it: quantities in base units, `adjusted` signed. */
export interface LedgerRow extends LotMonth {
  /** "commune", "ctv:" and the village's code, or "point:" and the name of an outlying point. */
  readonly store: string;
  readonly product: string;
  readonly channel: string;
  readonly lot: string;
  readonly expiry: string;
}

/**
 * A row for each store, product, channel and lot that ever moved.
 * @param commune of the book, or one that went into it: then its own stores
 */
export function monthLedger(folk: Folk, month: string, commune = folk.places.commune()): readonly LedgerRow[] {
  const covered = folk.places.covered(commune);
  const own = ledgersOf(folk.stock.movements()).filter(({ store }) => covered.has(placeOfStore(folk, store)));
  const rows = own.map((ledger) => {
    const { product, channel, lot, expiry } = ledger;
    const store = ledger.store === commune ? 'commune' : storeCode(folk, ledger.store);
    return { store, product, channel, lot, expiry, ...monthOfLot(ledger, month) };
  });
  return rows.sort((one, other) => (one.store < other.store ? -1 : Number(one.store > other.store)));
}

function storeCode(folk: Folk, store: string): string {
  return levelOf(folk, store) === 'collaborator'
    ? `ctv:${folk.places.code(store)}`
    : `point:${nameOfStore(folk, store)}`;
}
