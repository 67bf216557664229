import type { Tab } from '../browser/tab.ts';

/** What phone and hub say to each other; the app's own files come by other paths. */
export const hubPaths = '/sync/';

/** A first load of a large commune on a sixth of a core, over a slow line. */
export const longPatience = 600_000;

/** Presses "Gửi ngay": ms until nothing waits and the bar says so, and until it rests. */
export function pressSend(tab: Tab): Promise<{ readonly sentMs: number; readonly ms: number }> {
  return tab.run(async () => {
    const [button, busy] = ['header button', 'header[aria-busy="true"]'];
    const isBusy = (): boolean => bench.count(busy) > 0;
    const isWaiting = (): boolean => /\d mục chờ gửi/.test(document.querySelector('header')?.textContent ?? '');
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    while (isBusy()) await wait(20);
    const begun = bench.watch(busy, '').shown;
    const pressed = performance.now();
    bench.click(button, 'Gửi ngay');
    while (isWaiting()) await wait(20);
    const sentMs = Math.round(performance.now() - pressed);
    // It says that it works once the worker has been asked; a round that was too quick to be drawn is over by then.
    await Promise.race([begun, wait(3_000)]);
    while (isBusy()) await wait(20);
    return { sentMs, ms: Math.round(performance.now() - pressed) };
  });
}
