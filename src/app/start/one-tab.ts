const lockName = 'so-dan-so-register';
/** A reloaded page asks while its former self still lets go: that is no second tab. */
const patience = 1_000;

export type TabRole = 'owner' | 'elsewhere';

/**
 * One tab owns the worker (Web Locks). Tells `onRole` at once or after a short wait; a tab that waits becomes the
 * owner by itself when the other one closes. Returns how to take the book over.
 */
export function claimTab(locks: LockManager, onRole: (role: TabRole) => void): () => void {
  let queue = new AbortController();
  const hold = (): Promise<void> => {
    onRole('owner');
    // Held until the tab closes or another one steals it.
    return new Promise(() => undefined);
  };
  const wait = (): void => {
    queue = new AbortController();
    const { signal } = queue;
    locks.request(lockName, { signal }, hold).catch(() => {
      // Aborted by our own take-over, or stolen from us: only the second has lost the book.
      if (!signal.aborted) lose();
    });
  };
  const lose = (): void => {
    onRole('elsewhere');
    wait();
  };
  const takeOver = (): void => {
    queue.abort();
    locks.request(lockName, { steal: true }, hold).catch(lose);
  };
  const timer = setTimeout(() => onRole('elsewhere'), patience);
  const first = onRole;
  onRole = (role) => {
    clearTimeout(timer);
    first(role);
  };
  wait();
  return takeOver;
}
