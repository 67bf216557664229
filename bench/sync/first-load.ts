import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { type Line, type Passed, sumTraffic, type Traffic } from './line.ts';
import { hubPaths, pressSend } from './send-now.ts';

/** A new phone takes the whole commune in. ms from the first request for records, as the line sees it. */
export interface FirstLoad extends Traffic {
  /** From the tap that ends activation to that request: keys are derived and the book is opened. */
  readonly beforeMs: number;
  /** A search finds somebody of the first village. */
  readonly ownVillageMs: number;
  readonly lastByteMs: number;
  /** The bar rests: everything is sealed, and digests were compared with the hub's. */
  readonly allMs: number;
}

/** @param pin the same digits as every other phone of the bench */
export async function measureFirstLoad(
  subject: Subject,
  line: Line,
  code: string,
  pin: string,
): Promise<{ readonly tab: Tab; readonly load: FirstLoad }> {
  const tab = await subject.open();
  await tab.go(line.address);
  await activate(tab, code, pin);
  // The app's own files are there by now: nothing but records goes over the line.
  await subject.quiet();
  line.take(hubPaths);
  const moments = await tab.run(async () => {
    const now = (): number => performance.timeOrigin + performance.now();
    const isBusy = (): boolean => bench.count('header[aria-busy="true"]') > 0;
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    bench.click('button', 'Tiếp tục');
    const pressed = now();
    await bench.watch('label', 'Tìm hộ, người').drawn;
    bench.type('Tìm hộ, người', 'hoa');
    const found = performance.timeOrigin + (await bench.watch('main a[href^="/household/"]', '').drawn);
    while (isBusy()) await wait(50);
    return { pressed, found, rested: now() };
  });
  const passed = line.take(hubPaths);
  const begun = Math.min(...passed.map((one) => one.begun));
  const since = (moment: number) => Math.round(moment - begun);
  const load = {
    ...sumTraffic(passed),
    beforeMs: Math.round(begun - moments.pressed),
    ownVillageMs: since(moments.found),
    lastByteMs: since(lastByte(passed)),
    allMs: since(moments.rested),
  };
  return { tab, load };
}

/** Not timed: up to where only the last tap is left. */
function activate(tab: Tab, code: string, pin: string): Promise<void> {
  return tab.run(
    async (typed, digits) => {
      await bench.watch('label', 'Mã kích hoạt').drawn;
      await navigator.serviceWorker.ready;
      bench.type('Mã kích hoạt', typed);
      await bench.still(500);
      bench.click('button', 'Tiếp tục');
      await bench.watch('.card-words', '').drawn;
      await bench.still(500);
      bench.click('button', 'Tiếp tục');
      await bench.watch('label', 'Nhập lại mã PIN').drawn;
      bench.type('Mã PIN', digits);
      bench.type('Nhập lại mã PIN', digits);
      await bench.still(500);
    },
    code,
    pin,
  );
}

function lastByte(passed: readonly Passed[]): number {
  return Math.max(...passed.map(({ ended }) => ended));
}

/** The phone has everything, and the person presses "Gửi ngay" once more. The first press settles what the load left to do. */
export async function measureNothingNew(subject: Subject, tab: Tab, line: Line): Promise<Traffic & { ms: number }> {
  await subject.quiet();
  await pressSend(tab);
  await subject.quiet();
  line.take(hubPaths);
  const { ms } = await pressSend(tab);
  return { ms, ...sumTraffic(line.take(hubPaths)) };
}
