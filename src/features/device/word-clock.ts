import type { InterfaceWords } from '../../i18n/vi.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "Sai 2 ngày" for a phone whose clock is `offset` ms away from the hub's; a few minutes are no matter. */
export function wordClock(offset: number | null, { device }: InterfaceWords): string {
  if (offset === null) return device.clockUnknown;
  const away = Math.abs(offset);
  if (away < 2 * minute) return device.clockRight;
  if (away < 2 * hour) return device.clockMinutes(Math.round(away / minute));
  return away < 2 * day ? device.clockHours(Math.round(away / hour)) : device.clockDays(Math.round(away / day));
}
