import type { SlipReader } from '../../../register/figures/meeting/keepers.ts';
import type { BookSession } from '../book-session.ts';

/** Whose device asks for slips. */
export function readerOf({ who, activation, people }: BookSession): SlipReader {
  return { role: who.role, userName: who.userName, places: activation.places, nameOf: people.nameOf };
}
