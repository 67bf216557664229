import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readForeignPage } from '../../src/sync/records/columns/binary/foreign-page.ts';
import { idsIn } from '../../src/sync/records/columns/columns.ts';
import type { PhoneApi, PhoneEvent } from '../../src/workers/api/phone-api.ts';
import { inventedHub, officerCode } from './invented-hub.ts';
import { inventedPhone, pin } from './invented-phone.ts';

/*
 * A new phone in a place where the network comes and goes: what has arrived is used at once, and a cut costs nothing but
 * the page that was on its way.
 */

interface Answer {
  readonly rows: readonly { readonly id: string }[];
  readonly pages?: readonly (readonly [place: string, page: string])[];
  readonly of?: string;
  readonly more: boolean;
}

function idsOf({ rows, pages = [] }: Answer): readonly string[] {
  const read = pages.map(([, page]) => readForeignPage(new Uint8Array(inflateRawSync(bytesOf(page)))));
  return [...rows.map(({ id }) => id), ...read.flatMap((page) => (page.ok ? [...idsIn(page.value)] : []))];
}

/** What closes a month, and what is counted: on half a book it would be too little, and would stand. */
async function closing(app: PhoneApi) {
  const [month, form] = ['2026-10', '01-DSX'];
  const { isWhole } = await app.syncState();
  const [keeper] = await app.slipKeepers(month);
  const handed = await app.handInSlip(month, keeper?.id ?? '');
  const [store] = await app.stores();
  const found = [{ product: 'BCS', channel: 'free', counted: 20 }];
  const counted = await app.saveCount(store?.id ?? '', found, 'counted');
  const { doubts } = await app.freezing(form, month);
  const frozen = await app.freezeReport(form, month, doubts);
  return { isWhole, frozen: frozen.ok ? undefined : frozen.error, handed: handed.ok, counted: counted.ok };
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

test('cut behind every page, killed each time: each row comes once, and is there at once', async () => {
  const hub = await inventedHub();
  const phone = await inventedPhone(hub.answer);
  let app = phone.start();
  await app.activate(officerCode);
  await app.choosePin(pin);
  const fetched: string[] = [];
  let isCut = false;
  phone.line.answer = async (url, init) => {
    if (isCut) throw new TypeError('no network');
    const answer = await hub.answer(url, init);
    if (!url.startsWith('/sync/changes')) return answer;
    const page: Answer = await answer.clone().json();
    fetched.push(...idsOf(page));
    isCut = page.of !== undefined;
    return answer;
  };
  const heard: PhoneEvent[] = [];
  for (let turn = 0; ; turn++) {
    expect(turn).toBeLessThan(100);
    await app.watch(async (event) => void heard.push(event));
    isCut = false;
    const { is, agreedAt } = await app.sync();
    const found = await app.search('nguyen', 500);
    expect(found.total).toBeGreaterThan(0);
    if (is === 'done') {
      expect(agreedAt).not.toBeNull();
      break;
    }
    expect(is).toBe('offline');
    await app.lock();
    app = phone.start();
    expect(await app.unlock(pin)).toMatchObject({ ok: true });
  }
  const records = hub.records.size;
  expect(records).toBeGreaterThan(400);
  expect(fetched).toHaveLength(records);
  expect(new Set(fetched).size).toBe(records);
  const progress = heard.flatMap((event) => (event.is === 'sync' ? [event.state.progress] : []));
  expect(progress).toContainEqual({ is: 'receive', done: 150, of: records });
  expect(progress).toContainEqual({ is: 'receive', done: 300, of: records });
  for (const village of hub.villages)
    expect((await app.village(village)).households.length).toBe(village === hub.villages[0] ? 60 : 20);
});

test('the first village is open while the others are still on their way', async () => {
  const hub = await inventedHub();
  const phone = await inventedPhone(hub.answer);
  const app = phone.start();
  await app.activate(officerCode);
  await app.choosePin(pin);
  let arrive = (): void => undefined;
  const rest = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let pages = 0;
  phone.line.answer = async (url, init) => {
    if (url.startsWith('/sync/changes') && ++pages === 3) await rest;
    return hub.answer(url, init);
  };
  const first = new Promise<void>((resolve) => {
    void app.watch(async (event) => {
      if (event.is === 'sync' && (event.state.progress?.done ?? 0) > 150) resolve();
    });
  });
  const syncing = app.sync();
  await first;
  const { households } = await app.village(hub.villages[0] ?? '');
  expect(households.length).toBeGreaterThan(10);
  const page = await app.household(households[0]?.id ?? '');
  expect(page?.people.length).toBeGreaterThan(0);
  expect(await app.syncState()).toMatchObject({ is: 'sending', progress: { is: 'receive', of: hub.records.size } });
  expect(await closing(app)).toEqual({ isWhole: false, frozen: 'partial', handed: false, counted: false });
  arrive();
  expect(await syncing).toMatchObject({ is: 'done' });
  expect(await closing(app)).toEqual({ isWhole: true, frozen: undefined, handed: true, counted: true });
});

test('a book that is closed while its pages are still coming in breaks nothing', async () => {
  const hub = await inventedHub();
  const phone = await inventedPhone(hub.answer);
  const app = phone.start();
  await app.activate(officerCode);
  await app.choosePin(pin);
  await app.sync();
  await app.lock();
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  for (let turns = 0; turns < 12; turns += 1) {
    const again = phone.start();
    expect(await again.unlock(pin)).toMatchObject({ ok: true });
    // Whoever asked is told that the book has closed; nobody else is.
    const asked = again.household('nobody.1').then(
      () => 'answered',
      () => 'closed',
    );
    for (let breath = 0; breath < turns; breath += 1) await new Promise((resolve) => setImmediate(resolve));
    await again.lock();
    expect(['answered', 'closed']).toContain(await asked);
  }
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
