import { monthAway } from '../../../ui/words/civil-time.ts';
import { civilToday } from '../../../ui/words/today.ts';

/** The month that an address names; the last that is over where it names none, or one to come. */
export function monthOf(text: string | undefined): string {
  const now = civilToday().slice(0, 7);
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text ?? '') && String(text) <= now ? String(text) : monthAway(now, -1);
}

/** The address that a screen stands at: what is said there is said at no other. */
export function hereOf(pathOf: (month: string) => string, month: string | undefined): string {
  return month === undefined ? pathOf('').replace(/\/$/, '') : pathOf(month);
}

export const slipsPath = (month: string): string => `/slips/${month}`;
export const slipPath = (month: string, keeper: string): string => `/slips/${month}/${encodeURIComponent(keeper)}`;
export const listPath = (month: string, keeper: string, list: number): string => `${slipPath(month, keeper)}/${list}`;
export const paperPath = (month: string, keeper: string): string => `${slipPath(month, keeper)}/paper`;
export const meetingPath = (month: string): string => `/meeting/${month}`;
