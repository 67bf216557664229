import { mustLock } from './idle-rule.ts';

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Calls `lock` when the book was left alone. Looks again when the page comes back: hidden pages' timers stand still. */
export function watchIdleness(view: Window, lock: () => void): () => void {
  let touchedAt = Date.now();
  let hiddenSince = view.document.hidden ? touchedAt : undefined;
  const look = (): void => {
    if (mustLock({ touchedAt, hiddenSince }, Date.now())) lock();
  };
  const touch = (): void => {
    touchedAt = Date.now();
  };
  const turn = (): void => {
    if (view.document.hidden) {
      hiddenSince = Date.now();
      return;
    }
    look();
    hiddenSince = undefined;
  };
  for (const name of touches) view.addEventListener(name, touch, { passive: true });
  view.document.addEventListener('visibilitychange', turn);
  const timer = view.setInterval(look, 15_000);
  return () => {
    for (const name of touches) view.removeEventListener(name, touch);
    view.document.removeEventListener('visibilitychange', turn);
    view.clearInterval(timer);
  };
}
