import { civilDay } from '../../ui/words/civil-time.ts';

/** Civil day of now. */
export function today(): string {
  return civilDay(Date.now());
}
