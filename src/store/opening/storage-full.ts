/** The disk, or this origin's share of it, is full: what was to be written was not, as a whole. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The browser says it of the request or only of the transaction; Dexie then calls that aborted, and keeps the reason.
  return error.name === 'QuotaExceededError' || ('inner' in error && isStorageFull(error.inner));
}
