import { makeRoom } from './ballast.ts';

/* Fetched when a database does not open. */

/** Between two tries, ms: another tab that upgrades it, a disk that is slow to wake, an antivirus that holds its file. */
const waits = [200, 800, 3_000];

/**
 * Tries again what did not open, after ever longer waits; where the disk was full, with the room that was kept for it.
 * What still does not open then is told by name: nothing is deleted, and a new book can be begun beside it.
 */
export async function openAgain<Opened>(
  indexedDB: IDBFactory,
  first: unknown,
  open: () => Promise<Opened>,
): Promise<Opened> {
  let fault = first;
  for (const wait of waits) {
    // No waiting makes an older build read what a newer one has written.
    if (fault instanceof Error && fault.name === 'VersionError') break;
    await makeRoom({ indexedDB }, fault).catch(() => new Promise((resolve) => setTimeout(resolve, wait)));
    try {
      return await open();
    } catch (error) {
      fault = error;
    }
  }
  throw unopened(fault);
}

/** Its name is how the lock screen knows it: across the worker's door nothing else of an error is kept. */
function unopened(cause: unknown): Error {
  const fault = new Error('the book does not open', { cause });
  fault.name = 'BookUnopened';
  return fault;
}
