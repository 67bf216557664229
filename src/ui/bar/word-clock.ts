import type { InterfaceWords } from '../../i18n/vi.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "2 ngày" for a phone whose clock is `offset` ms away from the hub's. */
export function spellAway(offset: number, { bar }: InterfaceWords): string {
  const away = Math.abs(offset);
  if (away < 2 * hour) return bar.minutes(Math.round(away / minute));
  return away < 2 * day - hour ? bar.hours(Math.round(away / hour)) : bar.days(Math.round(away / day));
}

/** A few minutes are no matter: the hub takes requests within five, and dates do not turn by them. */
const bearable = 5 * minute;

/** ms that the clock is ahead by, where that must be told without being asked and dates put right by it. */
export function clockFault(offset: number | null): number | undefined {
  return offset === null || Math.abs(offset) <= bearable ? undefined : offset;
}
