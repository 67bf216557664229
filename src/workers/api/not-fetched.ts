/**
 * Whether an error, the worker's own or one that came over its line, says that a script did not come: the network went
 * before all of the app was on this phone. Nothing is broken: the next try fetches it. Chromium has no name for it but
 * the message, "Failed to fetch dynamically imported module: …".
 */
export const isNotFetched = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('dynamically imported module');
