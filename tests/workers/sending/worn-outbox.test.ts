import { beforeEach, expect, test } from 'vitest';
import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { acceptEnvelope } from '../../../src/sync/hub/accept.ts';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { sendAll } from '../../../sw/send.ts';
import { asked } from '../../store/invented-phone.ts';
import { openFlash, storedOutbox, wearRow, wornParts } from '../../store/worn/worn-outbox.ts';
import { collaboratorCode, inventedHub } from '../invented-hub.ts';
import { activatedPhone, pin } from '../invented-phone.ts';
import { serviceWorkerOf } from './service-worker-of.ts';

/*
 * A bit turned in an envelope that waits. The service worker has no key to mend it: it sends what it can and leaves that
 * one to the app. Where both copies are damaged the app says so, and throws nothing away.
 */

const device = 'dev1';

let hub: Awaited<ReturnType<typeof inventedHub>>;
let phone: Awaited<ReturnType<typeof activatedPhone>>;

/** Three edits without a signal; the app is locked. */
beforeEach(async () => {
  hub = await inventedHub();
  phone = await activatedPhone(hub.answer, collaboratorCode);
  phone.line.answer = 'cut';
  for (const number of ['0912345671', '0912345672', '0912345673']) await writePhoneNumber(phone.app, number);
  await phone.app.lock();
  phone.line.answer = hub.answer;
});

async function writePhoneNumber(app: PhoneApi, number: string): Promise<void> {
  const [hoa] = (await app.search('nguyen thi hoa', 5)).rows.filter(({ kind }) => kind === 'person');
  const { defaults } = await app.formContext('person_edit', hoa?.household ?? '', hoa?.id);
  const answers = { ...defaults, isCorrection: true, phone: number };
  expect(await app.record('person_edit', hoa?.household ?? '', answers, [])).toMatchObject({ ok: true });
}

async function opened(): Promise<PhoneApi> {
  const app = phone.start();
  expect(await app.unlock(pin)).toMatchObject({ ok: true });
  return app;
}

const outbox = () => storedOutbox(phone.indexedDB, device);
const numbers = (rows: readonly SealedEnvelope[]) => rows.map(({ firstSeq }) => firstSeq);

async function nth(at: number): Promise<SealedEnvelope> {
  const row = (await outbox())[at];
  if (row === undefined) throw new Error('three edits wait');
  return row;
}

const body = wornParts['its sealed body'] ?? (() => undefined);

/** The other copy of the same act, under the data key. */
async function damagePending({ firstSeq }: SealedEnvelope): Promise<void> {
  const database = await openFlash(phone.indexedDB, device);
  const table = database.transaction('pending', 'readwrite').objectStore('pending');
  const row = await asked<{ readonly seq: number; readonly body: Uint8Array }>(table.get(firstSeq));
  await asked(table.put({ ...row, body: row.body.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) }));
  database.close();
}

test.each(Object.entries(wornParts).slice(0, -1))(
  'the service worker, met by a bit turned in %s, sends what comes before',
  async (_part, wear) => {
    const last = await nth(2);
    await wearRow(phone.indexedDB, device, last, wear(last));
    // Nothing is gained by trying again at once: that one is for the app.
    expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
    expect(hub.devices.get(device)?.acked).toBeGreaterThanOrEqual(last.firstSeq - 1);
    const app = await opened();
    expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
    expect([await outbox(), hub.devices.get(device)]).toMatchObject([[], { acked: last.lastSeq, status: 'active' }]);
    expect((await app.proof()).damaged).toBeUndefined();
  },
);

test('both copies damaged: said as long as it is so, and a copy that another carried ends it', async () => {
  const [first, second] = [await nth(0), await nth(1)];
  await damagePending(second);
  await wearRow(phone.indexedDB, device, second, body(second));
  const app = await opened();
  expect(await app.sync()).toMatchObject({ is: 'failed', why: 'damaged' });
  expect(hub.devices.get(device)?.acked).toBe(first.lastSeq);
  // What was written behind it waits as it did, and so does the damaged one.
  expect(numbers(await outbox())).toEqual([second.firstSeq, second.lastSeq + 1]);
  expect((await app.proof()).damaged).toEqual({ ops: second.hashes.length, at: phone.line.clock });
  expect(await app.certify()).toEqual({ ok: false, error: 'waiting' });
  await acceptEnvelope(hub.ports, second.bytes, hub.clock.now);
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect([await outbox(), (await app.proof()).damaged]).toEqual([[], undefined]);
});

test('only the copy under the data key is damaged: the sealed one is sent as it is', async () => {
  await damagePending(await nth(1));
  const app = await opened();
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect(await outbox()).toEqual([]);
});

test('what was on its way when the bit turned comes twice, and counts once', async () => {
  const second = await nth(1);
  expect(await sendAll(serviceWorkerOf({ ...phone, line: { ...phone.line, answer: unanswered } }))).toBe(false);
  const held = hub.ops.size;
  await wearRow(phone.indexedDB, device, second, body(second));
  expect(await (await opened()).sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect([hub.ops.size, hub.devices.get(device)?.status, await outbox()]).toEqual([held, 'active', []]);
});

/** The hub hears it, and its answer is lost on the way. */
async function unanswered(url: string, init: RequestInit): Promise<Response> {
  await hub.answer(url, init);
  throw new TypeError('the line broke');
}
