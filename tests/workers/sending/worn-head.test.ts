import { expect, test } from 'vitest';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { sendAll } from '../../../sw/send.ts';
import { asked } from '../../store/invented-phone.ts';
import { bitsOf, storedHead, wearHead, withTurnedBit } from '../../store/worn/turned-bits.ts';
import { openFlash } from '../../store/worn/worn-outbox.ts';
import { collaboratorCode, inventedHub } from '../invented-hub.ts';
import { activatedPhone, pin } from '../invented-phone.ts';
import { serviceWorkerOf } from './service-worker-of.ts';

/*
 * A bit turned, at any moment, in the row that says which number comes next: whatever she wrote arrives once, and the hub
 * never takes her phone for two. HEAD_TURNS=2000 makes it long.
 */

const turns = Number(process.env.HEAD_TURNS ?? 60);
const device = 'dev1';

function randomNumbers(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function start() {
  const hub = await inventedHub();
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  return { hub, phone };
}

let count = 0;

async function writePhoneNumber(app: PhoneApi) {
  const number = `09${String(++count).padStart(8, '0')}`;
  const [hoa] = (await app.search('nguyen thi hoa', 5)).rows.filter(({ kind }) => kind === 'person');
  const { defaults } = await app.formContext('person_edit', hoa?.household ?? '', hoa?.id);
  const answers = { ...defaults, isCorrection: true, phone: number };
  return { number, answer: await app.record('person_edit', hoa?.household ?? '', answers, []) };
}

test(`at ${turns} moments drawn at random`, { timeout: 36_000_000 }, async () => {
  const { hub, phone } = await start();
  let { app } = phone;
  const draw = randomNumbers(Number(process.env.SEED ?? 20_261_129));
  const saved: string[] = [];
  const times = (number: string) =>
    [...hub.ops.values()].filter(({ line }) => line.includes(`"put":{"phone":"${number}"}`)).length;
  const steps = [
    async () => {
      const { number, answer } = await writePhoneNumber(app);
      expect(answer).toMatchObject({ ok: true });
      saved.push(number);
    },
    () => app.sync(),
    () => sendAll(serviceWorkerOf(phone)),
    async () => {
      phone.line.answer = phone.line.answer === 'cut' ? hub.answer : 'cut';
    },
    async () => {
      await app.lock();
      app = phone.start();
      expect(await app.unlock(pin)).toMatchObject({ ok: true });
    },
  ];
  for (let turn = 0; turn < turns; turn++) {
    for (let more = draw(4); more >= 0; more--) await steps[Math.max(0, draw(8) - 3)]?.();
    // Also in the middle of what goes on.
    const going = draw(2) === 0 ? steps[draw(3)]?.() : undefined;
    const row = await storedHead(phone.indexedDB, device);
    await wearHead(phone.indexedDB, device, withTurnedBit(row, draw(bitsOf(row))));
    await going;
  }
  phone.line.answer = hub.answer;
  await app.sync();
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect(hub.devices.get(device)).toMatchObject({ status: 'active', acked: hub.ops.size });
  expect(saved.filter((number) => times(number) !== 1)).toEqual([]);
});

test('where nothing tells any more which number comes next, she is told what to do, and then goes on', async () => {
  const { hub, phone } = await start();
  let { app } = phone;
  expect((await writePhoneNumber(app)).answer).toMatchObject({ ok: true });
  await app.sync();
  // No copy of what left, as in the first version, and the row is gone.
  const database = await openFlash(phone.indexedDB, device);
  await asked(database.transaction('sent', 'readwrite').objectStore('sent').clear());
  database.close();
  await app.lock();
  await wearHead(phone.indexedDB, device, undefined);
  app = phone.start();
  phone.line.answer = 'cut';
  await app.unlock(pin);
  const { number, answer } = await writePhoneNumber(app);
  expect(answer).toMatchObject({ ok: false, error: [{ check: 'storage_damaged', strength: 'stop' }] });
  expect((await app.syncState()).waiting).toBe(0);
  phone.line.answer = hub.answer;
  expect(await app.sync()).toMatchObject({ is: 'done' });
  expect((await writePhoneNumber(app)).answer).toMatchObject({ ok: true });
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect(hub.devices.get(device)).toMatchObject({ status: 'active', acked: hub.ops.size });
  expect([...hub.ops.values()].some(({ line }) => line.includes(number))).toBe(false);
});
