import type { Words } from '../words.ts';
import type { LotMonth } from './month.ts';
import type { MovementType } from './movement.ts';

/* The month's report of stores as data: for each product and channel a line, and these columns. */

/** What one line is filled from. */
export interface StockRow extends LotMonth {
  readonly product: string;
  readonly channel: string;
  /** What was found at the last count of the month, and how far off the card was; `null` where nobody counted. */
  readonly counted: number | null;
  readonly difference: number | null;
  readonly soonest: string;
  readonly use: number | null;
  readonly months: number | null;
  readonly order: number;
}

type WholeColumn = Exclude<keyof StockRow, 'product' | 'channel' | 'returned_in' | 'returned_out'>;

export interface StockColumn {
  readonly key: WholeColumn | 'returned';
  readonly label: Words;
  readonly decimals: number;
  /**
   * The records that it adds up: movements of the month of these kinds, all that moved before it, or counts; of a column
   * that is worked out from them, from all movements or from counts, too.
   */
  readonly of: readonly MovementType[] | 'before' | 'counts' | 'moves' | 'moves_counts';
}

export interface StockForm {
  readonly code: string;
  readonly formSet: string;
  readonly title: Words;
  /** What the columns of a line and of its unit are called. */
  readonly heads: readonly [line: Words, unit: Words];
  readonly columns: readonly StockColumn[];
  /** Who signs, the keeper first. */
  readonly hands: readonly [keeper: Words, head: Words];
  readonly from: string;
  readonly law: string;
}

/** What stands in a column; a text is an expiry. */
export function cellOf(row: StockRow, { key }: StockColumn): number | string | null {
  return key === 'returned' ? row.returned_in - row.returned_out : row[key];
}
