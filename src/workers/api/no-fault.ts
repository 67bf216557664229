/* What is thrown though nothing in the app is broken: who pressed is told so in words, and tries again. */

/**
 * Whether an error, the worker's own or one that came over its line, says that a script did not come: the network went
 * before all of the app was on this phone. Nothing is broken: the next try fetches it. Chromium has no name for it but
 * the message, "Failed to fetch dynamically imported module: …".
 */
export const isNotFetched = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('dynamically imported module');

/** Why a save did not come about: a row of the phone's storage is damaged, or no room is left in it. */
export type NotSaved = 'damaged' | 'full';

/**
 * The same of a save that the phone itself stood in the way of; nothing of it was written. A fault that came over the
 * worker's line has its name and message left: Dexie calls a full disk "AbortError" at times, and says in its message why.
 */
export function whyNotSaved(error: unknown): NotSaved | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'HeadUnknown') return 'damaged';
  return `${error.name} ${error.message}`.includes('QuotaExceededError') ? 'full' : undefined;
}
