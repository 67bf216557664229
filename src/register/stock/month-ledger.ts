import { ledgersOf } from '../../domain/stock/ledger.ts';
import { type LotMonth, monthOfLot } from '../../domain/stock/month.ts';
import type { Folk } from '../folk.ts';
import type { Places } from '../places.ts';

/** One lot of one store in a month, as the command line prints it: quantities in base units, `adjusted` signed. */
export interface LedgerRow extends LotMonth {
  /** "commune", or "ctv:" and the village's code. */
  readonly store: string;
  readonly product: string;
  readonly channel: string;
  readonly lot: string;
  readonly expiry: string;
}

/** A row for each store, product, channel and lot that ever moved. */
export function monthLedger({ stock, places }: Folk, month: string): readonly LedgerRow[] {
  const rows = ledgersOf(stock.movements()).map((ledger) => {
    const { product, channel, lot, expiry } = ledger;
    return { store: storeCode(places, ledger.store), product, channel, lot, expiry, ...monthOfLot(ledger, month) };
  });
  return rows.sort((one, other) => (one.store < other.store ? -1 : Number(one.store > other.store)));
}

function storeCode(places: Places, store: string): string {
  return places.isVillage(store) ? `ctv:${places.code(store)}` : 'commune';
}
