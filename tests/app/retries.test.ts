import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { watchRetries } from '../../src/app/watch/retries.ts';
import type { SyncState } from '../../src/workers/api/phone-api.ts';

const quiet: SyncState = {
  is: 'done',
  waiting: 0,
  waitsSince: null,
  mending: 0,
  sentAt: null,
  isWhole: true,
  agreedAt: null,
  clockOffset: null,
  failures: 0,
};

/** A book that is open, and a clock that the test turns. */
function openBook(random = 0) {
  const sync = signal(quiet);
  const waits: number[] = [];
  let due: (() => void) | undefined;
  const tries: number[] = [];
  const clock = {
    setTimeout(act: () => void, wait: number) {
      due = act;
      waits.push(wait);
      return waits.length;
    },
    clearTimeout() {
      due = undefined;
    },
  };
  const stop = watchRetries(
    clock,
    sync,
    () => tries.push(waits.length),
    () => random,
  );
  const come = (next: Partial<SyncState>) => {
    sync.value = { ...quiet, ...next };
  };
  return { come, waits, tries, stop, isWaiting: () => due !== undefined, pass: () => due?.() };
}

test('what did not come through is tried again, ever later, until it does', () => {
  const book = openBook();
  for (let failures = 1; failures <= 4; failures++) {
    book.come({ is: 'sending', failures: failures - 1 });
    book.come({ is: 'offline', failures, waiting: 1 });
    book.pass();
  }
  expect(book.waits).toEqual([2_500, 5_000, 10_000, 20_000]);
  expect(book.tries).toHaveLength(4);
  book.come({ is: 'sending', failures: 4 });
  book.come({ is: 'done' });
  expect(book.isWaiting()).toBe(false);
  book.come({ is: 'failed', why: 'hub', failures: 1 });
  expect(book.waits.at(-1)).toBe(2_500);
});

test('a hub that says when to come back is not asked sooner', () => {
  const book = openBook(0.5);
  book.come({ is: 'failed', why: 'busy', failures: 1, retryAfterSeconds: 40 });
  expect(book.waits.at(-1)).toBe(42_500);
});

test('a save while it waits changes the count and not the waiting; a try by another way takes its place', () => {
  const book = openBook();
  book.come({ is: 'offline', failures: 1, waiting: 1 });
  book.come({ is: 'offline', failures: 1, waiting: 2 });
  expect(book.waits).toHaveLength(1);
  book.come({ is: 'sending', failures: 1, waiting: 2 });
  expect(book.isWaiting()).toBe(false);
});

test('a book that is closed is not asked for any more', () => {
  const book = openBook();
  book.come({ is: 'offline', failures: 1 });
  book.stop();
  expect(book.isWaiting()).toBe(false);
});
