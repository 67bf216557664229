import { type ReadonlySignal, signal } from '@preact/signals';

/** What the browser believes of the network. Only for words: sending tries all the same. */
export function watchOnline(view: Window): ReadonlySignal<boolean> {
  const isOnline = signal(view.navigator.onLine);
  const look = (): void => {
    isOnline.value = view.navigator.onLine;
  };
  view.addEventListener('online', look);
  view.addEventListener('offline', look);
  return isOnline;
}
