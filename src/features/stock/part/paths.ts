/* Addresses of stores: places and products, never a person. */

const address = (...parts: readonly string[]): string => `/${parts.map(encodeURIComponent).join('/')}`;

export function storePath(store: string): string {
  return address('stock', store);
}

export function cardPath(store: string, product: string, channel: string): string {
  return address('stock', store, 'card', product, channel);
}

/** The lines of a card that a number of a month's report was added up from. */
export function cardPartPath(card: string, month: string, column: string): string {
  return `${card}?month=${month}&column=${column}`;
}

/** @param store a store, or "all" */
export function reportPath(store: string, month: string): string {
  return `${address('stock', store, 'report')}?month=${month}`;
}

/** Users beside what was given, of all villages. */
export function comparePath(month: string): string {
  return `${address('stock', 'all', 'compare')}?month=${month}`;
}

/** Goods that came for a line of an order. */
export function orderJobPath(store: string, order: string): string {
  return `${address('stock', store, 'receipt')}?order=${encodeURIComponent(order)}`;
}

/** give · count · order · report · money · compare, or a kind of movement. */
export function jobPath(store: string, job: string): string {
  return address('stock', store, job);
}
