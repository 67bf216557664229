import type { Finding } from '../../domain/form/check.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type {
  ComparedLine,
  CountLine,
  MoneyPage,
  Offer,
  OrderLine,
  StockCard,
  StockReport,
  StoreLine,
  StorePage,
} from '../../register/stock/answers.ts';
import type { Saved } from './phone-api.ts';

/** Money that was handed on; `amount` in whole đồng. */
export interface Remitted {
  readonly date: string;
  readonly amount: number;
  readonly receipt: string;
}

/** What was counted of a shelf; of one lot of it, where lots are counted apart. */
interface Counted {
  readonly product: string;
  readonly channel: string;
  readonly lot?: string;
  readonly counted: number;
}

/** One line of an order as it is sent: another quantity than the computed one by over a fifth says why. */
interface Ordered {
  readonly product: string;
  readonly channel: string;
  readonly quantity: number;
  readonly why: string;
}

/** A point of the station as it is to stand: civil dates, `until` blank while it is open. */
export interface PointTold {
  readonly name: string;
  readonly since: string;
  readonly until: string;
}

export type StockSave = Promise<Outcome<Saved, Words>>;

/** What screens of a store ask of the worker. A store is called by its place's unit id, a point by its record's. */
export interface StockApi {
  stores(): Promise<readonly StoreLine[]>;
  /** `undefined` for a place that this device does not keep. */
  store(store: string): Promise<StorePage | undefined>;
  /** All its lines, or so many, the latest. */
  stockCard(store: string, product: string, channel: string, most?: number | undefined): Promise<StockCard | undefined>;
  /** What may be given from a store; to a person named, the look at her is logged first. `''`: from where she lives, or the station. */
  stockOffer(store: string, person?: string): Promise<Offer | undefined>;
  /** Takes in what was sent: all that is left of it, or less. */
  takeIn(sent: string, quantity: number): StockSave;
  /** Writes what came for a line of an order, as `record` writes a receipt: judged by the same checks. */
  receiveOrdered(order: string, answers: Fields, yes: readonly string[]): Promise<Outcome<Saved, readonly Finding[]>>;
  /** One collaborator's goods for another, by way of the station: judged as an issue from `store` to `counterpart`. */
  passOn(answers: Fields, yes: readonly string[]): Promise<Outcome<Saved, readonly Finding[]>>;
  /** What was sent and never arrived comes back into the store that sent it. */
  takeBackLeft(sent: string): StockSave;
  countSheet(store: string): Promise<readonly CountLine[]>;
  /** Writes what was found, and the adjustments that make the card say it, in one act. */
  saveCount(store: string, found: readonly Counted[], reason: string): StockSave;
  orderSheet(store: string): Promise<readonly OrderLine[]>;
  saveOrder(store: string, lines: readonly Ordered[]): StockSave;
  /** Of one store; of all together where it is `''`. */
  stockReport(store: string, month: string): Promise<StockReport>;
  stockMoney(store: string): Promise<MoneyPage | undefined>;
  remit(store: string, told: Remitted, yes: readonly string[]): Promise<Outcome<Saved, readonly Finding[]>>;
  /** Opens a point (`''`), renames it, closes it, opens it again. */
  savePoint(point: string, told: PointTold): StockSave;
  stockCompared(month: string): Promise<readonly ComparedLine[]>;
}
