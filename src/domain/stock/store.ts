import type { Shelf } from './movement.ts';
import type { StockStatus } from './need.ts';

/* How a store stands, as phone, hub and console tell it to each other: quantities, never names. */

/** The commune's station, an outlying point of it, a village's collaborator. */
export type StoreLevel = 'station' | 'point' | 'collaborator';

export interface LotLine {
  readonly lot: string;
  readonly expiry: string;
  readonly stock: number;
  readonly isExpired: boolean;
  /** What will be left of it when it expires, at the present use. */
  readonly surplus: number;
}

export interface ShelfLine extends Shelf {
  readonly stock: number;
  /** Of the station: what lies at its outlying points, or is on its way there or back; it supplies the same clients. */
  readonly atPoints: number;
  readonly min: number;
  readonly max: number;
  /** Average use a month; `null` where nothing is known. */
  readonly use: number | null;
  readonly months: number | null;
  readonly status: StockStatus;
  readonly daysWithout: number;
  /** First expiry first; used-up lots are left out, short ones are not. */
  readonly lots: readonly LotLine[];
}

/** One line of an order that was sent, what the level above answered, and what came of it. */
export interface OrderedLine extends Shelf {
  readonly id: string;
  readonly date: string;
  readonly computed: number;
  readonly asked: number;
  /** Why it is not what was computed. */
  readonly why: string;
  /** `null` while nobody has answered. */
  readonly granted: number | null;
  readonly answered: { readonly date: string; readonly why: string; readonly by: string } | null;
  readonly received: number;
  readonly left: number;
}

/** A store as the level above sees it: quantities, never names. */
export interface StoreAbove {
  readonly id: string;
  readonly name: string;
  readonly level: StoreLevel;
  readonly shelves: readonly ShelfLine[];
  readonly ordered: readonly OrderedLine[];
}
