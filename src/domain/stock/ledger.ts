import { goodUntil, lotKey, type Movement, type Shelf, signedQuantity } from './movement.ts';

/** All that ever moved of one lot on one shelf, in the order of day and stamp, whatever order it arrived in. */
export interface LotLedger<Moved extends Movement = Movement> extends Shelf {
  /** As it was first written. */
  readonly lot: string;
  /** The earliest that anybody wrote of it: a lot with two expiries is given as the sooner one. */
  readonly expiry: string;
  readonly moves: readonly Moved[];
}

/** Ledgers by store, product, channel, then first expiry first. */
export function ledgersOf<Moved extends Movement>(movements: Iterable<Moved>): readonly LotLedger<Moved>[] {
  const lots = new Map<string, Moved[]>();
  const folded = new Map<string, string>();
  for (const movement of movements) {
    const known = folded.get(movement.lot) ?? lotKey(movement.lot);
    folded.set(movement.lot, known);
    const key = `${shelfKey(movement)} ${known}`;
    const moves = lots.get(key);
    if (moves === undefined) lots.set(key, [movement]);
    else moves.push(movement);
  }
  return [...lots.values()].flatMap(ledgerOf).sort(compareLedgers);
}

function ledgerOf<Moved extends Movement>(moves: Moved[]): readonly LotLedger<Moved>[] {
  const inOrder = moves.sort(compareMoves);
  const [first] = inOrder;
  if (first === undefined) return [];
  const { store, product, channel } = first;
  const told = inOrder.map(({ expiry }) => expiry).filter((expiry) => expiry !== '');
  const expiry = told.sort((a, b) => compareText(goodUntil(a), goodUntil(b)) || compareText(a, b))[0] ?? '';
  return [{ store, product, channel, lot: first.lot, expiry, moves: inOrder }];
}

export function shelfKey({ store, product, channel }: Shelf): string {
  return `${store} ${product} ${channel}`;
}

/** By day, then as they were written; no two stand level, so every phone has the same order. */
export function compareMoves(one: Movement, other: Movement): number {
  return (
    compareText(one.date, other.date) ||
    one.stamp[0] - other.stamp[0] ||
    one.stamp[1] - other.stamp[1] ||
    compareText(one.id, other.id)
  );
}

function compareLedgers(one: LotLedger, other: LotLedger): number {
  return compareText(shelfKey(one), shelfKey(other)) || compareLots(one, other);
}

/** First expiry first; ties by the earlier arrival. */
function compareLots(one: LotLedger, other: LotLedger): number {
  return (
    compareText(goodUntil(one.expiry), goodUntil(other.expiry)) ||
    compareText(one.moves[0]?.date ?? '', other.moves[0]?.date ?? '') ||
    compareText(lotKey(one.lot), lotKey(other.lot))
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What stands there when the day closes; all that is known where no day is said. Below nought it is a shortage to settle. */
export function onHand({ moves }: Pick<LotLedger, 'moves'>, day?: string): number {
  let sum = 0;
  for (const move of moves) if (day === undefined || move.date <= day) sum += signedQuantity(move);
  return sum;
}

export function isPast(expiry: string, day: string): boolean {
  return goodUntil(expiry) < day;
}

/** The lots of one shelf that may be given on a day, the one to be given first in front. */
export function lotsToGive<Moved extends Movement>(
  ledgers: readonly LotLedger<Moved>[],
  shelf: Shelf,
  day: string,
): readonly LotLedger<Moved>[] {
  const key = shelfKey(shelf);
  return ledgers
    .filter((ledger) => shelfKey(ledger) === key && !isPast(ledger.expiry, day) && onHand(ledger) > 0)
    .sort(compareLots);
}

/** The lot that should go before this one: it expires sooner, may be given, and some of it is there and was on that day. */
export function passedOver(
  ledgers: readonly LotLedger[],
  shelf: Shelf,
  chosen: { readonly lot: string; readonly expiry: string },
  day: string,
): LotLedger | undefined {
  const first = lotsToGive(ledgers, shelf, day).find((ledger) => onHand(ledger, day) > 0);
  if (first === undefined || lotKey(first.lot) === lotKey(chosen.lot)) return undefined;
  return goodUntil(first.expiry) < goodUntil(chosen.expiry) ? first : undefined;
}
