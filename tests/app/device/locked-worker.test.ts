import { afterEach, expect, test, vi } from 'vitest';
import { openPhoneLine } from '../../../src/app/phone-line.ts';

/* The worker's own fault breaks the app; what a lock cuts off in it does not. */

vi.mock('../../../src/app/trusted-url.ts', () => ({ trustedRegisterWorker: 'worker.js' }));

const workers: EventTarget[] = [];
class InventedWorker extends EventTarget {
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(): void {}
  terminate(): void {}
}
vi.stubGlobal('Worker', InventedWorker);

afterEach(() => {
  workers.length = 0;
});

async function opened() {
  const broken: Event[] = [];
  const line = openPhoneLine(Promise.resolve(), (event) => broken.push(event));
  await vi.waitFor(() => expect(workers).toHaveLength(1));
  const breaks = () => workers[0]?.dispatchEvent(new Event('error'));
  return { line, broken, breaks };
}

test('a worker that breaks while the book is open is told', async () => {
  const { broken, breaks } = await opened();
  breaks();
  expect(broken).toHaveLength(1);
});

test('locked, or left for another user, it is about to be ended: what it had under way is no fault', async () => {
  for (const leave of ['lock', 'switchUser'] as const) {
    const { line, broken, breaks } = await opened();
    void (leave === 'lock' ? line.phone.lock() : line.phone.switchUser('may2'));
    breaks();
    line.end();
    breaks();
    expect(broken).toEqual([]);
    workers.length = 0;
  }
});
