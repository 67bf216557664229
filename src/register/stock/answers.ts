import type { StockRow } from '../../domain/stock/month-form.ts';
import type { Shelf } from '../../domain/stock/movement.ts';
import type { LotLine, OrderedLine, ShelfLine, StoreLevel } from '../../domain/stock/store.ts';

export type { LotLine, OrderedLine, ShelfLine, StoreAbove } from '../../domain/stock/store.ts';

/* What screens of a store are told: quantities, never names. */

export interface StoreLine {
  readonly id: string;
  readonly name: string;
  readonly level: StoreLevel;
  /** Day on which a point was closed; `''` of what is open. */
  readonly closed: string;
  /** Shelves that want something done: empty, below the minimum, short, expired goods in them. */
  readonly wanting: number;
  readonly coming: number;
  /** Lines of orders that the level above confirmed and that are still to come. */
  readonly granted: number;
}

/** Sent to a store and not taken in yet. */
export interface TransitLine {
  readonly sent: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly toName: string;
  readonly product: string;
  readonly channel: string;
  readonly lot: string;
  readonly expiry: string;
  readonly left: number;
}

export interface StorePage {
  readonly id: string;
  readonly name: string;
  readonly level: StoreLevel;
  /** Of an outlying point: its days. */
  readonly point?: { readonly since: string; readonly until: string };
  /** Other points that goods may be issued to. */
  readonly points: readonly { readonly id: string; readonly name: string }[];
  readonly shelves: readonly ShelfLine[];
  readonly coming: readonly TransitLine[];
  readonly going: readonly TransitLine[];
  /** Taken in at both ends, and this store not counted since; `left`: how much too much one of the two cards says. */
  readonly twice: readonly TransitLine[];
  readonly ordered: readonly OrderedLine[];
}

export interface CardLine {
  readonly id: string;
  readonly date: string;
  readonly type: string;
  readonly document: string;
  /** Name of the other store, where there is one. */
  readonly other: string;
  readonly lot: string;
  readonly expiry: string;
  readonly received: number;
  readonly given: number;
  readonly stock: number;
  readonly reason: string;
  readonly note: string;
  readonly passedOver: string;
  readonly isWaiting: boolean;
}

export interface StockCard extends Shelf {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The latest last; `earlier` lines stand before them. */
  readonly lines: readonly CardLine[];
  readonly earlier: number;
}

/** What may be given to somebody, the likely things in front. */
export interface Offer {
  readonly store: string;
  /** Other stores that this phone may give from. */
  readonly stores: readonly { readonly id: string; readonly name: string }[];
  readonly goods: readonly OfferedGoods[];
  /** Her method now; `''` where none is in use, or nobody is named. */
  readonly method: string;
  /** What she was given last. */
  readonly last?: {
    readonly product: string;
    readonly channel: string;
    readonly quantity: number;
    readonly date: string;
  };
  /** A year has passed since she was asked the questions before pills. */
  readonly isCheckDue: boolean;
}

export interface OfferedGoods {
  readonly product: string;
  readonly channel: string;
  readonly price: number | null;
  readonly lots: readonly LotLine[];
}

export interface CountLine extends Shelf {
  readonly lot: string;
  readonly expiry: string;
  readonly stock: number;
}

export interface OrderLine extends Shelf {
  readonly stock: number;
  /** What the station's points hold: it serves the same clients. */
  readonly atPoints: number;
  readonly onOrder: number;
  readonly use: number | null;
  readonly max: number;
  readonly computed: number;
  /** What the clients who are due will need until the next order, by name; `null` of a point, whose clients are the villages'. */
  readonly foretold: number | null;
}

export interface StockReport {
  readonly month: string;
  readonly name: string;
  readonly rows: readonly StockRow[];
  readonly protection: readonly ProtectionLine[];
}

/** Couple-years of protection of one method at one place. */
export interface ProtectionLine {
  /** Of the book's methods; else a product. */
  readonly method: string;
  readonly placeName: string;
  /** Done elsewhere and written down here; else given from a store. */
  readonly isAct: boolean;
  readonly years: number;
}

export interface MoneyLine {
  readonly id: string;
  readonly date: string;
  /** Sold, or handed on. */
  readonly is: 'sale' | 'remittance';
  readonly product: string;
  readonly quantity: number;
  readonly amount: number;
  readonly receipt: string;
}

export interface MoneyPage {
  readonly sold: number;
  /** At most what the seller may keep. */
  readonly kept: number;
  readonly due: number;
  readonly remitted: number;
  readonly balance: number;
  readonly lines: readonly MoneyLine[];
}

/** Users of what we supply times their usual need, beside what was given. */
export interface ComparedLine {
  readonly village: string;
  readonly product: string;
  readonly users: number;
  readonly needed: number;
  readonly given: number;
  readonly ratio: number | null;
  readonly isOdd: boolean;
}
