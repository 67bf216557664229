import { effect, type ReadonlySignal } from '@preact/signals';
import { retryDelay } from '../../sync/phone/backoff.ts';
import type { SyncState } from '../../workers/api/phone-api.ts';

/** A clock to wait by: the window's, or a test's. */
export interface Waiting {
  readonly setTimeout: (act: () => void, wait: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

/**
 * After a try that did not come through: again, ever later, and no sooner than the hub asked for. Any try that comes
 * meanwhile by another way takes the place of the one that waits; one that comes through ends it.
 * @param random in [0, 1)
 */
export function watchRetries(
  view: Waiting,
  sync: ReadonlySignal<SyncState>,
  syncNow: () => void,
  random: () => number = Math.random,
): () => void {
  let timer: number | undefined;
  let answered = 0;
  const rest = (): void => {
    if (timer !== undefined) view.clearTimeout(timer);
    timer = undefined;
  };
  const stop = effect(() => {
    const { is, failures, retryAfterSeconds = 0 } = sync.value;
    if (is === 'sending') rest();
    // The same failure is told more than once, with each count that changes.
    if (failures === answered) return;
    answered = failures;
    rest();
    if (failures === 0) return;
    const wait = Math.max(retryDelay(failures, random()), retryAfterSeconds * 1_000 + random() * spread);
    timer = view.setTimeout(syncNow, wait);
  });
  return () => {
    stop();
    rest();
  };
}

/** Over how long a commune's phones come back after the hub's "in X s", ms. */
const spread = 5_000;
