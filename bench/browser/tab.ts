import type { Devtools } from './devtools.ts';
import { installPageClock } from './page-clock.ts';

/** A page of a phone's size that carries the clock, touched and typed into as by a hand. */
export interface Tab {
  readonly go: (address: string) => Promise<void>;
  /** Runs a function in the page by its text alone; what it gives back must be plain data. */
  readonly run: <Result, Parts extends readonly unknown[]>(
    work: (...parts: Parts) => Result | Promise<Result>,
    ...parts: Parts
  ) => Promise<Result>;
  readonly key: (letter: string) => Promise<void>;
  readonly tap: (at: readonly [number, number]) => Promise<void>;
  readonly stopServiceWorkers: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const usualPatience = 45_000;
const screen = { width: 360, height: 640, deviceScaleFactor: 1, mobile: true };

/** `patience`: ms after which what runs in the page is given up. */
export async function openTab(devtools: Devtools, patience = usualPatience): Promise<Tab> {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, parameters?: object) => devtools.send(method, parameters, String(sessionId));
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', screen);
  await send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${installPageClock})()` });
  return {
    async go(url) {
      await send('Page.navigate', { url });
    },
    async run<Result>(work: (...parts: never) => Result | Promise<Result>, ...parts: readonly unknown[]) {
      const expression = `(${work})(${parts.map((part) => JSON.stringify(part)).join(',')})`;
      const told = await within(
        patience,
        send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
      );
      if (told.exceptionDetails !== undefined) throw new Error(JSON.stringify(told.exceptionDetails));
      return (told.result as { readonly value: Result }).value;
    },
    key: (letter) => press(send, letter),
    async tap([x, y]) {
      await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    async stopServiceWorkers() {
      await send('ServiceWorker.enable');
      await send('ServiceWorker.stopAllWorkers');
      await send('ServiceWorker.disable');
    },
    async close() {
      await devtools.send('Target.closeTarget', { targetId });
    },
  };
}

/** A screen that is not as expected must end this measurement, not hold up all that follow. */
async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the page did not show what was waited for in ${ms / 1_000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function press(send: (method: string, parameters: object) => Promise<unknown>, letter: string): Promise<void> {
  const isEnter = letter === 'Enter';
  const code = isEnter ? 13 : letter.toUpperCase().charCodeAt(0);
  const key = {
    key: letter,
    windowsVirtualKeyCode: code,
    ...(isEnter ? { code: 'Enter', text: '\r' } : { text: letter }),
  };
  await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
