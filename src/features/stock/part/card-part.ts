import { stockForm } from '../../../catalogue/stock/month-form.ts';
import type { StockColumn } from '../../../domain/stock/month-form.ts';
import type { CardLine } from '../../../register/stock/answers.ts';

/** Which lines of a card a number of the month's report was added up from. */
export interface CardPart {
  /** "2026-10" */
  readonly month: string;
  readonly column: StockColumn;
}

/** As the address tells it; `undefined` where it asks for the card itself. */
export function partAsked(query: { readonly [name: string]: string | undefined }): CardPart | undefined {
  const { month = '', column: key = '' } = query;
  const column = stockForm.columns.find((one) => one.key === key);
  return column === undefined || !/^\d{4}-\d{2}$/.test(month) ? undefined : { month, column };
}

/** Counts are no lines of a card. */
export function opensCard({ of }: StockColumn): boolean {
  return of !== 'counts' && of !== 'moves_counts';
}

export function isInPart({ month, column: { of } }: CardPart, line: Pick<CardLine, 'date' | 'type'>): boolean {
  const own = line.date.slice(0, 7);
  if (typeof of !== 'string') return own === month && of.some((type) => type === line.type);
  if (of !== 'before') return own <= month;
  return own < month || (own === month && line.type === 'opening');
}
