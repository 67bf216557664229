import { expect, test } from 'vitest';
import { pushBehindPaint } from '../../src/app/shell/push-behind-paint.ts';

/** A browser's history whose frames are drawn when the test says so. */
function openView() {
  const frames: (() => void)[] = [];
  const entries = ['/'];
  const listeners = new Set<() => void>();
  const history = {
    pushState: (_state: unknown, _title: string, path: string) => void entries.push(path),
    replaceState: (_state: unknown, _title: string, path: string) => void entries.splice(-1, 1, path),
  };
  const view = {
    history,
    document: { hidden: false },
    requestAnimationFrame: (draw: () => void) => frames.push(draw),
    addEventListener: (_name: 'popstate', listener: () => void) => listeners.add(listener),
    removeEventListener: (_name: 'popstate', listener: () => void) => listeners.delete(listener),
  };
  const draw = async (): Promise<void> => {
    for (const frame of frames.splice(0)) frame();
    await behindFrame();
  };
  const end = pushBehindPaint(view as unknown as Window);
  return { history, entries, draw, end, goBack: () => void [entries.pop(), ...[...listeners].map((tell) => tell())] };
}

/** Behind a frame comes a message; this one is sent last. */
function behindFrame(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

test('a page is drawn before the browser writes its entry', async () => {
  const { history, entries, draw } = openView();
  history.pushState(null, '', '/household/1');
  history.pushState(null, '', '/person/2');
  await draw();
  expect(entries).toEqual(['/']);
  await draw();
  expect(entries).toEqual(['/', '/household/1', '/person/2']);
});

test('who goes back before that has left the page: it is no entry', async () => {
  const { history, entries, draw, goBack } = openView();
  history.pushState(null, '', '/household/1');
  await draw();
  await draw();
  history.pushState(null, '', '/person/2');
  await draw();
  goBack();
  await draw();
  expect(entries).toEqual(['/']);
});

test('what takes the place of a page comes behind that page', async () => {
  const { history, entries } = openView();
  history.pushState(null, '', '/record/d1');
  history.replaceState(null, '', '/record/d2');
  expect(entries).toEqual(['/', '/record/d2']);
});

test('a book that is closed leaves nothing half written, and the browser as it was', () => {
  const { history, entries, end } = openView();
  history.pushState(null, '', '/household/1');
  end();
  expect(entries).toEqual(['/', '/household/1']);
  history.pushState(null, '', '/');
  expect(entries).toEqual(['/', '/household/1', '/']);
});
