import { bad, type Outcome } from '../../domain/outcome.ts';
import type { UnlockError } from '../../workers/api/phone-api.ts';

/** What the worker calls a book that did not open, however often it was tried (`src/store/opening/open-again.ts`). */
const unopened = 'BookUnopened';

/** Told at the lock screen, where one may try again or begin anew beside it. Any other fault is thrown on. */
export function catchUnopened(fault: unknown): Outcome<never, UnlockError> {
  if (fault instanceof Error && fault.name === unopened) return bad({ why: 'unopened' });
  throw fault;
}
