import type { Outcome } from '../../domain/outcome.ts';
import type { Words } from '../../domain/words.ts';
import type { Offer, StockCard, StoreLine, StorePage } from '../../register/stock/answers.ts';
import type { Saved } from './phone-api.ts';

/** What screens of a store ask of the worker. A store is called by its place's unit id. */
export interface StockApi {
  stores(): Promise<readonly StoreLine[]>;
  /** `undefined` for a place that this device does not keep. */
  store(store: string): Promise<StorePage | undefined>;
  stockCard(store: string, product: string, channel: string): Promise<StockCard | undefined>;
  /** What may be given from a store; to a person named, the look at her is logged first. `''`: from where she lives, or the station. */
  stockOffer(store: string, person?: string): Promise<Offer | undefined>;
  /** Takes in what was sent: all that is left of it, or less. */
  takeIn(sent: string, quantity: number): Promise<Outcome<Saved, Words>>;
}
