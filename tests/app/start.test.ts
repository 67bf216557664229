import { describe, expect, test } from 'vitest';
import { stepsBack, stepsToOwnStart } from '../../src/app/shell/history-steps.ts';
import { turnBack } from '../../src/app/shell/return-to.ts';
import { readActivationLink } from '../../src/app/start/activation-fragment.ts';
import { type BrowserFacts, intentLink, judgeBrowser } from '../../src/app/start/browser-gate.ts';
import { leaveOthersPages } from '../../src/app/start/users.ts';
import { mustLock } from '../../src/app/watch/idle-rule.ts';

const chrome109 =
  'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36';
const abilities = {
  secure: true,
  crypto: true,
  storage: true,
  locks: true,
  worker: true,
  serviceWorker: true,
  wasm: true,
  compression: true,
};
const office: BrowserFacts = { userAgent: chrome109, abilities, freeBytes: 5_000_000_000 };

describe('the gate before activation', () => {
  test('lets Chrome 109 on the office PC in', () => {
    expect(judgeBrowser(office)).toEqual({ is: 'open' });
    expect(judgeBrowser({ ...office, freeBytes: undefined })).toEqual({ is: 'open' });
  });

  test.each([
    [
      'Zalo',
      'Mozilla/5.0 (Linux; Android 11; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/23',
    ],
    ['Facebook', 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/119.0 Mobile [FB_IAB/FB4A;FBAV/441.0;]'],
    [
      'an unnamed app',
      'Mozilla/5.0 (Linux; Android 9; SM-J730 Build/PPR1; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0',
    ],
  ])('sends the inner browser of %s to Chrome, whatever else it lacks', (_, userAgent) => {
    expect(judgeBrowser({ ...office, userAgent, abilities: { ...abilities, locks: false } })).toEqual({ is: 'in_app' });
  });

  test('says what is lacking, the most basic first', () => {
    const lacking = { ...abilities, compression: false, secure: false };
    expect(judgeBrowser({ ...office, abilities: lacking })).toEqual({
      is: 'lacking',
      lacks: ['secure', 'compression'],
    });
  });

  test('warns under 300 MB, and lets in', () => {
    expect(judgeBrowser({ ...office, freeBytes: 120.5 * 1024 * 1024 })).toEqual({ is: 'open', littleSpace: 120 });
    expect(judgeBrowser({ ...office, freeBytes: 300 * 1024 * 1024 })).toEqual({ is: 'open' });
  });

  test('the link to Chrome carries the code on, in the fragment', () => {
    expect(intentLink(new URL('https://so.example/'), 'ABCD-1')).toBe(
      'intent://so.example/#ma=ABCD-1#Intent;scheme=https;package=com.android.chrome;end',
    );
    expect(intentLink(new URL('http://192.168.1.5:8080/'), '')).toBe(
      'intent://192.168.1.5:8080/#Intent;scheme=http;package=com.android.chrome;end',
    );
  });
});

test('what a QR tells is read from the fragment, and only from ours', () => {
  expect(readActivationLink('#ma=ABCD-EFGH&vt=Zm9v_-')).toEqual({ code: 'ABCD-EFGH', fingerprint: 'Zm9v_-' });
  expect(readActivationLink('#ma=%20AB%20')).toEqual({ code: 'AB', fingerprint: '' });
  for (const other of ['#question-mother', '#vt=Zm9v', ''])
    expect(readActivationLink(other)).toEqual({ code: '', fingerprint: '' });
});

describe('the idle lock', () => {
  const minute = 60_000;
  test('waits 10 minutes while the book is seen', () => {
    expect(mustLock({ touchedAt: 0, hiddenSince: undefined }, 10 * minute - 1)).toBe(false);
    expect(mustLock({ touchedAt: 0, hiddenSince: undefined }, 10 * minute)).toBe(true);
  });

  test('waits 3 minutes out of sight, also when the phone slept through them', () => {
    expect(mustLock({ touchedAt: 0, hiddenSince: minute }, 4 * minute - 1)).toBe(false);
    expect(mustLock({ touchedAt: 0, hiddenSince: minute }, 4 * minute)).toBe(true);
    // The clock is set back by an hour: nobody knows how long it lay there. By a few seconds, it was only put right.
    expect(mustLock({ touchedAt: 60 * minute, hiddenSince: undefined }, 0)).toBe(true);
    expect(mustLock({ touchedAt: 60 * minute, hiddenSince: 60 * minute }, 60 * minute - 5_000)).toBe(false);
    expect(mustLock({ touchedAt: 0, hiddenSince: minute }, 500 * minute)).toBe(true);
  });
});

describe('the way back after a save', () => {
  test('a draft opened from the home screen goes with all its pages', () => {
    expect(stepsToOwnStart(['/', '/record/d1', '/record/d1'], 2)).toBe(-1);
    expect(stepsToOwnStart(['/', '/record/d1'], 1)).toBe(0);
    expect(stepsToOwnStart(['/x'], 0)).toBe(0);
  });

  const paths = ['/', '/household/h42', '/household/h42/event', '/record/d1', '/record/d1'];
  test('skips the pages of the finished form', () => {
    expect(stepsBack(paths, 4, '/household/h42')).toBe(-3);
  });

  test('takes the nearest of two visits, and none that lies ahead', () => {
    expect(stepsBack(['/household/h42', '/', '/household/h42', '/x'], 3, '/household/h42')).toBe(-1);
    expect(stepsBack(['/x', '/household/h42'], 0, '/household/h42')).toBeUndefined();
  });
});

describe('“Quay lại” on the second page of a form', () => {
  /** A tab that stands at the last of these addresses. */
  function standing(...paths: readonly string[]) {
    const entries = paths.map((path) => ({ url: `https://so.example${path}` }));
    const went: string[] = [];
    const navigation = { currentEntry: { index: paths.length - 1 }, entries: () => entries };
    const view = Object.assign(Object.create(null), { navigation, history: { back: () => went.push('back') } });
    turnBack(view, '/record/d1?page=1', (path) => went.push(path));
    return went;
  }

  test('steps back to the page that was answered before', () => {
    expect(standing('/household/h42', '/record/d1?page=1', '/record/d1?page=2')).toEqual(['back']);
  });

  test('of a draft that was gone on with from the home screen it shows that page, and does not leave the form', () => {
    expect(standing('/', '/record/d1?page=2')).toEqual(['/record/d1?page=1']);
    expect(standing('/record/d1?page=2')).toEqual(['/record/d1?page=1']);
  });
});

describe('a tab that went over to another user', () => {
  /** A page of the tab: its address, and its place in the history. */
  function open(tab: Map<string, string>, pathname: string, index: number): string {
    let shown = pathname;
    const sessionStorage = {
      getItem: (key: string) => tab.get(key) ?? null,
      setItem: (key: string, value: string) => void tab.set(key, value),
    };
    const replaceState = (_state: unknown, _title: string, to: string): void => {
      shown = to;
    };
    const page = { location: { pathname }, sessionStorage, history: { replaceState }, navigation: navigationAt(index) };
    leaveOthersPages(Object.assign(Object.create(null), page));
    return shown;
  }
  const navigationAt = (index: number) => ({ currentEntry: { index }, entries: () => [] });

  test('begins at the top where one comes back to a page of before; its own pages stay', () => {
    const tab = new Map<string, string>();
    expect(open(tab, '/household/7f3k.1', 1)).toBe('/household/7f3k.1');
    open(tab, '/users', 2);
    expect(open(tab, '/household/7f3k.1', 1)).toBe('/');
    expect(open(tab, '/household/9b2m.4', 3)).toBe('/household/9b2m.4');
  });

  test('a browser that keeps nothing is no reason to stop: the gate will say so', () => {
    const navigation = navigationAt(0);
    const strict = Object.defineProperty({ location: { pathname: '/' }, navigation }, 'sessionStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
    expect(() => leaveOthersPages(Object.create(strict))).not.toThrow();
  });
});
