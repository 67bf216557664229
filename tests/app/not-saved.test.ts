import { expose, wrap } from 'comlink';
import { Dexie } from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { HeadUnknown } from '../../src/sync/phone/commit.ts';
import { whyNotSaved } from '../../src/workers/api/no-fault.ts';

/* What the phone itself stands in the way of a save with is told to the page by its worker, and known there for what it is. */

const full = new DOMException('the disk is full', 'QuotaExceededError');
const { port1, port2 } = new MessageChannel();
const faults = {
  damaged: () => Promise.reject(new HeadUnknown()),
  full: () => Promise.reject(full),
  aborted: () => Promise.reject(new Dexie.AbortError(full)),
  broken: () => Promise.reject(new TypeError('x is undefined')),
};
expose(faults, port1);
const worker = wrap<typeof faults>(port2);

afterAll(() => port2.close());

const told = (call: Promise<unknown>) => call.then(() => 'saved', whyNotSaved);

test('damaged storage and a full disk are told in words; a fault of the app is none of them', async () => {
  expect(await told(worker.damaged())).toBe('damaged');
  expect(await told(worker.full())).toBe('full');
  expect(await told(worker.aborted())).toBe('full');
  expect(await told(worker.broken())).toBeUndefined();
});
