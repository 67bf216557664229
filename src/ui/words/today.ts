import { signal } from '@preact/signals';
import { civilDay } from '../../domain/calendar/civil-date.ts';
import { clockFault } from '../bar/word-clock.ts';

const ahead = signal(0);

/** What the hub told of this phone's clock: a wrong one is put right for every day that a form offers. */
export function correctClock(offset: number | null): void {
  ahead.value = clockFault(offset) ?? 0;
}

/** ms since 1970, as the hub has it. */
export function rightNow(): number {
  return Date.now() - ahead.value;
}

/** The civil day in Viet Nam, e.g. "2026-11-22". */
export function civilToday(): string {
  return civilDay(rightNow());
}
