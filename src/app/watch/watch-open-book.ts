import { effect, signal } from '@preact/signals';
import { correctClock } from '../../ui/words/today.ts';
import type { Session } from '../session.ts';
import { watchIdleness } from './idle-lock.ts';
import { watchRetries } from './retries.ts';
import { watchSyncMoments } from './sync-triggers.ts';

/** The first search comes first. */
const firstSync = 1_000;
/** Then what the first screens need is there; a sync that is on its way comes before the rest, too. */
const laterParts = 5_000;
/** A key is derived for it, which takes a cheap phone seconds: not while somebody begins her work. */
const rescueCode = 30_000;

/** While the book is open: send and fetch at the right moments, and lock it when it is left alone. */
export function watchOpenBook(view: Window, session: Session): void {
  const syncNow = (): void => void session.syncNow();
  /** Whoever else uses this phone may have work that waits: a network that served one book serves theirs. */
  const sendOthers = (): void => {
    void view.navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ send: true }));
  };
  const askLaterParts = (): void => {
    const vault = session.vault.value;
    if (vault?.is !== 'open') return;
    const parts = vault.who.role === 'officer' ? 'office' : 'doors';
    void view.navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ parts }));
  };
  let stop: (() => void) | undefined;
  effect(() => correctClock(session.sync.value.clockOffset));
  effect(() => {
    if (session.sync.value.is === 'done') sendOthers();
  });
  effect(() => {
    const isOpen = session.vault.value?.is === 'open';
    if (!isOpen) {
      stop?.();
      stop = undefined;
      return;
    }
    if (stop) return;
    const first = view.setTimeout(syncNow, firstSync);
    const isTime = signal(false);
    const later = view.setTimeout(() => {
      isTime.value = true;
    }, laterParts);
    let isAsked = false;
    const endAsking = effect(() => {
      if (!isTime.value || isAsked || session.sync.value.is === 'sending') return;
      isAsked = true;
      askLaterParts();
    });
    let rescue: number | undefined;
    const endRescue = effect(() => {
      if (session.sync.value.is !== 'done') return;
      // Not fetched, or cut off by a lock: the next opening does it.
      rescue ??= view.setTimeout(() => session.phone.value?.leaveRescue().catch(() => undefined), rescueCode);
    });
    const ends = [
      endRescue,
      () => view.clearTimeout(rescue),
      watchSyncMoments(view, syncNow),
      watchRetries(view, session.sync, syncNow),
      watchIdleness(view, () => void session.lock()),
      () => view.clearTimeout(first),
      () => view.clearTimeout(later),
      endAsking,
    ];
    stop = () => {
      for (const end of ends) end();
    };
  });
}
