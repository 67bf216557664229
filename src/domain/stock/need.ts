import { dateAfter, dateOfDay, dayNumber } from '../calendar/civil-date.ts';
import { type LotLedger, onHand } from './ledger.ts';
import { goodUntil, type Movement, signedQuantity } from './movement.ts';

/** How long stock is to last at one level, in months of use, and below which it is urgent. */
export interface Norm {
  readonly min: number;
  readonly max: number;
  readonly emergency: number;
  /** Months of use that are looked back on, 3 to 6. */
  readonly window: number;
}

/** One closed month of use; `isKnown` is false of a month before the shelf was opened. */
export interface MonthOfUse {
  readonly given: number;
  readonly daysWithout: number;
  readonly isKnown: boolean;
}

/** unused: nothing is given (AMC = 0) · unknown: no month has closed yet from which use could be told */
export type StockStatus = 'none' | 'urgent' | 'low' | 'enough' | 'over' | 'unused' | 'unknown';

/** Days of a month, as stock is reckoned. */
const daysOfMonth = 30;

/**
 * Average use a month (mức tiêu thụ bình quân tháng): what clients were given, over the months in which there was
 * something to give. `null` where nothing is known of any month.
 */
export function averageUse(months: readonly MonthOfUse[]): number | null {
  const known = months.filter(({ isKnown }) => isKnown);
  const given = known.reduce((sum, month) => sum + month.given, 0);
  const without = known.reduce((sum, month) => sum + month.daysWithout, 0);
  const counted = known.length - without / daysOfMonth;
  if (known.length === 0) return null;
  return counted > 0 ? given / counted : given === 0 ? null : given / known.length;
}

/** Months that the stock lasts; `null` ("—") while nothing is used. */
export function monthsOfStock(stock: number, use: number | null): number | null {
  return use === null || use === 0 ? null : stock / use;
}

/** Up to the desired maximum, less what is there and what is on its way; never below nought. */
export function orderUpTo(norm: Norm, use: number | null, stock: number, onOrder: number): number {
  return Math.max(0, wholeUp((use ?? 0) * norm.max) - stock - onOrder);
}

/** The next whole number, unless arithmetic alone lifted it over one. */
function wholeUp(quantity: number): number {
  return Math.ceil(quantity - 1e-9);
}

export function statusOf(norm: Norm, use: number | null, stock: number): StockStatus {
  if (stock <= 0) return 'none';
  const months = monthsOfStock(stock, use);
  if (months === null) return use === null ? 'unknown' : 'unused';
  if (months < norm.emergency) return 'urgent';
  if (months < norm.min) return 'low';
  return months > norm.max ? 'over' : 'enough';
}

/** A lot of which some will be left when it expires, at the present use. */
export interface ExpiryRisk {
  readonly ledger: LotLedger;
  readonly stock: number;
  readonly surplus: number;
}

/** Lots in the order in which they are given. What is used up before a lot is what of the lots ahead can be used in time. */
export function expiryRisks(lots: readonly LotLedger[], use: number | null, today: string): readonly ExpiryRisk[] {
  let ahead = 0;
  return lots.flatMap((ledger) => {
    const stock = onHand(ledger);
    if (stock <= 0 || ledger.expiry === '') return [];
    const days = dayNumber(goodUntil(ledger.expiry)) - dayNumber(today);
    const usable = Math.max(0, Math.floor(((use ?? 0) * Math.max(0, days)) / daysOfMonth) - ahead);
    ahead += Math.min(stock, usable);
    return usable < stock ? [{ ledger, stock, surplus: stock - usable }] : [];
  });
}

/**
 * Days of a month, up to `until`, that closed with nothing to give, all lots of a shelf together; none before the shelf
 * first moved.
 * @param moves in the order of days
 */
export function daysWithout(moves: readonly Movement[], month: string, until: string): number {
  const [first] = moves;
  if (first === undefined) return 0;
  const begin = dayNumber(later(`${month}-01`, first.date));
  const end = dayNumber(earlier(dateOfDay(dayNumber(dateAfter(`${month}-01`, 1, 0)) - 1), until));
  let [stock, at, days] = [0, 0, 0];
  for (let day = begin; day <= end; day += 1) {
    const date = dateOfDay(day);
    for (let move = moves[at]; move !== undefined && move.date <= date; move = moves[at]) {
      stock += signedQuantity(move);
      at += 1;
    }
    if (stock <= 0) days += 1;
  }
  return days;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
