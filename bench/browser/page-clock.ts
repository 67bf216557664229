/** Moments are ms on the page's own clock, which starts with its navigation. */
interface Watched {
  /** It stands in the document. */
  readonly shown: Promise<number>;
  /** The frame with it has been handed over. */
  readonly drawn: Promise<number>;
}

/** ms from the moment the page heard of the press; `late`: how long the browser took to tell it. */
export interface Seen {
  readonly shown: number;
  readonly drawn: number;
  readonly late: number;
}

interface KeyMark {
  /** When the page heard of it, and when the system reported it. */
  readonly heard: number;
  readonly pressed: number;
  replaced: number | undefined;
  drawn: number | undefined;
}

/** What the bench leaves in a page before the app starts: it only looks, and its own hands are never timed. */
interface PageClock {
  /** The lock screen, watched for from the navigation on. */
  readonly lockScreen: Watched;
  /** An element whose text holds `text`, now or once it appears. */
  readonly watch: (css: string, text: string) => Watched;
  /** Watches for what the next press will bring, long before it: `seen` tells ms from that press, NaN when it did not come. */
  readonly await: (css: string, text: string) => void;
  readonly seen: () => Promise<Seen>;
  /** When the page heard of the last real tap or Enter. */
  readonly heard: () => number;
  /** Each real letter since the last call, with the first change inside `main` that it brought. */
  readonly takeKeys: () => readonly KeyMark[];
  /** Resolves when nothing changed on the page for so many ms. */
  readonly still: (wait: number) => Promise<void>;
  readonly count: (css: string) => number;
  /** Middle of the nth such element, scrolled into sight. */
  readonly middle: (css: string, text: string, place?: number) => readonly [number, number] | undefined;
  readonly click: (css: string, text: string) => boolean;
  /** By the bar below where there is one, else a step back in the history; until the search box is there. */
  readonly goHome: () => Promise<void>;
  readonly type: (label: string, value: string) => boolean;
  /** ms of a fixed loop: what everything else is compared with. */
  readonly spin: () => number;
  /** ms of 16 MB that are touched for the first time. */
  readonly touch: () => number;
}

declare global {
  var bench: PageClock;
}

/** Runs inside the page, by its text alone: it may use nothing from outside. */
export function installPageClock(): void {
  const waiting = new Set<() => void>();
  let keys: KeyMark[] = [];
  let changed = performance.now();
  let last = { heard: 0, pressed: 0 };
  let awaited: Watched | undefined;
  const patience = 10_000;

  const nextFrame = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now());
        };
        port2.postMessage(0);
      });
    });
  const find = (css: string, text: string): readonly Element[] =>
    [...document.querySelectorAll(css)].filter((element) => element.textContent.includes(text));

  const watch = (css: string, text: string): Watched => {
    const shown = new Promise<number>((resolve) => {
      const look = (): void => {
        if (find(css, text).length === 0) return;
        waiting.delete(look);
        resolve(performance.now());
      };
      waiting.add(look);
      look();
    });
    return { shown, drawn: shown.then(nextFrame) };
  };
  const isInMain = ({ target }: MutationRecord): boolean =>
    (target instanceof Element ? target : target.parentElement)?.closest('main') != null;

  new MutationObserver((records) => {
    changed = performance.now();
    for (const look of waiting) look();
    const key = keys.at(-1);
    // The first change is the answer: rows below the screen's edge follow once the typing rests.
    if (key === undefined || key.replaced !== undefined || !records.some(isInMain)) return;
    key.replaced = changed;
    void nextFrame().then((moment) => {
      key.drawn = moment;
    });
  }).observe(document, { childList: true, characterData: true, subtree: true });

  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      const moment = { heard: performance.now(), pressed: event.timeStamp };
      if (event.key === 'Enter') last = moment;
      if (event.key.length === 1) keys.push({ ...moment, replaced: undefined, drawn: undefined });
    },
    true,
  );
  addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) last = { heard: performance.now(), pressed: event.timeStamp };
    },
    true,
  );

  const still = async (wait: number): Promise<void> => {
    const since = performance.now();
    while (performance.now() - Math.max(changed, since) < wait) {
      await new Promise((resolve) => setTimeout(resolve, wait / 4));
    }
  };
  const click = (css: string, text: string): boolean => {
    const [element] = find(css, text);
    if (!(element instanceof HTMLElement)) return false;
    element.click();
    return true;
  };
  const spin = (): number => {
    const begin = performance.now();
    let value = 1;
    for (let turn = 0; turn < 20_000_000; turn += 1) value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
    return performance.now() - begin + (value === 0 ? 1 : 0);
  };
  const touch = (): number => {
    const begin = performance.now();
    const pages = new Uint8Array(2 ** 24);
    for (let at = 0; at < pages.length; at += 4_096) pages[at] = 1;
    return performance.now() - begin + (pages[0] === 0 ? 1 : 0);
  };
  globalThis.bench = {
    lockScreen: watch('label', 'Mã PIN'),
    watch,
    await(css, text) {
      awaited = watch(css, text);
    },
    async seen() {
      const tired = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
      const shown = (await Promise.race([awaited?.shown, tired])) ?? Number.NaN;
      const drawn = (await Promise.race([awaited?.drawn, tired])) ?? Number.NaN;
      const { heard, pressed } = last;
      return { shown: shown - heard, drawn: drawn - heard, late: heard - pressed };
    },
    heard: () => last.heard,
    takeKeys() {
      const taken = keys;
      keys = [];
      return taken;
    },
    still,
    count: (css) => document.querySelectorAll(css).length,
    middle(css, text, place = 0) {
      const element = find(css, text)[place];
      if (element === undefined) return undefined;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    },
    click,
    async goHome() {
      while (document.querySelector('input[type=search]') === null) {
        if (!click('nav a[href="/"]', '')) history.back();
        await still(800);
      }
    },
    type(label, value) {
      const [named] = find('label', label);
      const input = named instanceof HTMLLabelElement ? named.control : null;
      if (!(input instanceof HTMLInputElement)) return false;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    spin,
    touch,
  };
}
