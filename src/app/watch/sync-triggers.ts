/** Later calls replace earlier ones: ten saves in a row are one sending. */
export function debounce(view: Window, wait: number, act: () => void): () => void {
  let timer = 0;
  return () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(act, wait);
  };
}

const quarterHour = 15 * 60_000;

/** While the book is open: when the network returns, when the page is seen again, and every 15 minutes. */
export function watchSyncMoments(view: Window, syncNow: () => void): () => void {
  const look = (): void => {
    if (view.navigator.onLine && !view.document.hidden) syncNow();
  };
  view.addEventListener('online', look);
  view.document.addEventListener('visibilitychange', look);
  const timer = view.setInterval(look, quarterHour);
  return () => {
    view.removeEventListener('online', look);
    view.document.removeEventListener('visibilitychange', look);
    view.clearInterval(timer);
  };
}
