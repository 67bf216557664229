import { effect } from '@preact/signals';
import type { Session } from '../session.ts';
import { watchIdleness } from './idle-lock.ts';
import { watchSyncMoments } from './sync-triggers.ts';

/** While the book is open: send and fetch at the right moments, and lock it when it is left alone. */
export function watchOpenBook(view: Window, session: Session): void {
  const syncNow = (): void => void session.syncNow();
  let stop: (() => void) | undefined;
  effect(() => {
    const isOpen = session.vault.value?.is === 'open';
    if (!isOpen) {
      stop?.();
      stop = undefined;
      return;
    }
    if (stop) return;
    const ends = [watchSyncMoments(view, syncNow), watchIdleness(view, () => void session.lock())];
    stop = () => {
      for (const end of ends) end();
    };
    // Outside the effect: what sending reads must not make it run again.
    queueMicrotask(syncNow);
  });
}
