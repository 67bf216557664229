import { expect, test } from 'vitest';
import { painted } from '../../src/ui/hook/painted.ts';

/** A phone's screen: frames come while somebody looks, and none after. */
function openScreen() {
  const listeners = new Set<() => void>();
  const frames: (() => void)[] = [];
  const document = {
    hidden: false,
    addEventListener: (_kind: string, act: () => void) => void listeners.add(act),
    removeEventListener: (_kind: string, act: () => void) => void listeners.delete(act),
  };
  return {
    view: { document, requestAnimationFrame: (draw: () => void) => frames.push(draw) },
    draw: () => {
      for (const frame of frames.splice(0)) frame();
    },
    put(isAway: boolean) {
      document.hidden = isAway;
      for (const listener of [...listeners]) listener();
    },
    listens: () => listeners.size > 0,
  };
}

test('what was saved is on the screen before anything else begins', async () => {
  const screen = openScreen();
  let isDrawn = false;
  const waiting = painted(screen.view).then(() => expect(isDrawn).toBe(true));
  screen.put(false);
  isDrawn = true;
  screen.draw();
  await waiting;
  expect(screen.listens()).toBe(false);
});

test('she saves and puts the phone in her pocket: the sending is arranged without a frame', async () => {
  const screen = openScreen();
  const waiting = painted(screen.view);
  screen.put(true);
  await waiting;
  expect(screen.listens()).toBe(false);
  await painted(screen.view);
});
