import type { InterfaceWords } from '../../i18n/vi.ts';
import { spellAway } from '../../ui/bar/word-clock.ts';

const right = 2 * 60_000;

/** "Sai 2 ngày" for a phone whose clock is `offset` ms away from the hub's. */
export function wordClock(offset: number | null, words: InterfaceWords): string {
  const { device } = words;
  if (offset === null) return device.clockUnknown;
  return Math.abs(offset) < right ? device.clockRight : device.clockWrong(spellAway(offset, words));
}
