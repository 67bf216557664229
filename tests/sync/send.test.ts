import { expect, test } from 'vitest';
import { bad, good } from '../../src/domain/outcome.ts';
import { retryDelay } from '../../src/sync/phone/backoff.ts';
import { takeLateVerdict } from '../../src/sync/phone/late-verdict.ts';
import { sendOutbox } from '../../src/sync/phone/send.ts';
import type { HubPort } from '../../src/sync/ports.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { type Commune, type Member, makeCommune, thing } from './one-commune.ts';

const now = () => 0;

async function twoPhones(): Promise<{ commune: Commune; mai: Member; tam: Member }> {
  const commune = await makeCommune();
  return { commune, mai: await commune.join('mai'), tam: await commune.join('tam') };
}

function send({ store, crypto, phone }: Member, road: Pick<HubPort, 'upload'>, batchBytes = 64_000) {
  return sendOutbox(store, road, crypto, { device: phone.device, now, batchBytes });
}

/** What waits and what was believed, before and after. */
function outboxOf({ phone }: Member): string {
  return JSON.stringify([[...phone.tables.outbox.keys()], phone.tables.verdicts.size]);
}

test('what waits is sent and leaves against the hub’s verdict', async () => {
  const { mai } = await twoPhones();
  for (const name of ['Hoà', 'Lan', 'Minh']) await mai.save(thing(name));
  const result = await send(mai, mai.road);
  expect(result).toMatchObject({ is: 'done', sent: 3, waiting: 0, forged: 0, contact: { acked: 3 } });
  expect(mai.phone.tables.outbox.size).toBe(0);
});

test('a captive portal’s 200 takes nothing from the outbox', async () => {
  const { mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  const before = outboxOf(mai);
  const portal: Pick<HubPort, 'upload'> = { upload: async () => bad({ why: 'answer', status: 200 }) };
  expect(await send(mai, portal)).toMatchObject({ is: 'failed', why: 'hub', waiting: 1 });
  expect(outboxOf(mai)).toBe(before);
});

test('forged, altered, replayed and other people’s verdicts take nothing from the outbox', async () => {
  const { commune, mai, tam } = await twoPhones();
  const other = await makeCommune();
  const double = await other.join('mai');
  await mai.save(thing('Hoà'));
  await tam.save(thing('Lan'));
  await double.save(thing('Hoà'));
  const verdictOf = async ({ road, store }: Member): Promise<SignedVerdict> => {
    const answer = await road.upload((await store.waiting()).map(({ bytes }) => bytes));
    const [verdict] = answer.ok ? answer.value : [];
    if (verdict === undefined) throw new Error('the hub answers');
    return verdict;
  };
  const real = await verdictOf(mai);
  const ofTam = await verdictOf(tam);
  const ofAnotherHub = await verdictOf(double);
  const false200s: readonly (readonly SignedVerdict[])[] = [
    [],
    [{ ...real, signature: '' }],
    [{ ...real, signature: ofTam.signature }],
    [{ ...real, key: 'another' }],
    [{ ...real, payload: `${real.payload}AAAA` }],
    [ofTam],
    [ofAnotherHub],
    [{ payload: '', signature: '', key: '' }],
  ];
  const before = outboxOf(mai);
  for (const verdicts of false200s) {
    const result = await send(mai, { upload: async () => good(verdicts) });
    expect(result).toMatchObject({ sent: 0, waiting: 1, forged: verdicts.length });
    expect(result.is).toBe(verdicts.length === 0 ? 'kept' : 'failed');
    expect(outboxOf(mai)).toBe(before);
  }
  expect(await send(mai, { upload: async () => good([real]) })).toMatchObject({ is: 'done', sent: 1 });
  expect(commune.hub.tables.ops.size).toBe(2);
});

test('the hub’s own word for this envelope takes nothing, where it speaks to another phone or of other bytes', async () => {
  const { commune, mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  const answer = await mai.road.upload((await mai.store.waiting()).map(({ bytes }) => bytes));
  const real = answer.ok && answer.value[0] ? openVerdict(answer.value[0]) : undefined;
  const [op] = real?.ops ?? [];
  if (real === undefined || op === undefined) throw new Error('the hub answers');
  const others: readonly Verdict[] = [
    { ...real, device: 'tam' },
    { ...real, envelope: 'another' },
    { ...real, ops: [{ ...op, hash: firstChain }] },
    { ...real, ops: [{ ...op, seq: op.seq + 1 }] },
    { ...real, ops: [] },
  ];
  const waiting = [...mai.phone.tables.outbox.keys()];
  for (const verdict of others) {
    const signed = await commune.ports.crypto.signVerdict(verdict, undefined);
    expect(await send(mai, { upload: async () => good([signed]) })).toMatchObject({ sent: 0, waiting: 1 });
    const late = await takeLateVerdict(signed, mai.store, mai.crypto, 'mai');
    expect(['others', 'known', 'kept']).toContain(late.is);
    expect([...mai.phone.tables.outbox.keys()]).toEqual(waiting);
  }
});

test('a word that came late by a file is the hub’s, or changes nothing', async () => {
  const { mai, tam } = await twoPhones();
  await mai.save(thing('Hoà'));
  await tam.save(thing('Lan'));
  const answerTo = async ({ road, store }: Member) => {
    const answer = await road.upload((await store.waiting()).map(({ bytes }) => bytes));
    if (!answer.ok || answer.value[0] === undefined) throw new Error('the hub answers');
    return answer.value[0];
  };
  const [real, ofTam] = [await answerTo(mai), await answerTo(tam)];
  const before = outboxOf(mai);
  for (const forged of [
    { ...real, signature: ofTam.signature },
    { ...real, key: 'another' },
  ])
    expect(await takeLateVerdict(forged, mai.store, mai.crypto, 'mai')).toEqual({ is: 'forged' });
  expect(outboxOf(mai)).toBe(before);
  expect(await takeLateVerdict(real, mai.store, mai.crypto, 'mai')).toMatchObject({ is: 'taken' });
  expect(mai.phone.tables.outbox.size).toBe(0);
});

test('a parked envelope stays until the gap has closed', async () => {
  const { commune, mai } = await twoPhones();
  const first = await mai.save(thing('Hoà'));
  await mai.save(thing('Lan'));
  const loses: Pick<HubPort, 'upload'> = {
    upload: (envelopes) => mai.road.upload(envelopes.filter((bytes) => bytes !== first)),
  };
  expect(await send(mai, loses)).toMatchObject({ is: 'kept', sent: 0, waiting: 2 });
  expect(await send(mai, mai.road)).toMatchObject({ is: 'done', sent: 2, waiting: 0 });
  expect(commune.hub.tables.devices.get('mai')?.acked).toBe(2);
});

test('an envelope that the hub turns away stays, and the reason is told', async () => {
  const { commune, mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  commune.change('mai', { status: 'frozen' });
  expect(await send(mai, mai.road)).toMatchObject({ is: 'kept', why: 'frozen', waiting: 1 });
  commune.hub.tables.devices.delete('mai');
  expect(await send(mai, mai.road)).toMatchObject({ is: 'kept', why: 'unknown_device', waiting: 1 });
});

test('a line too narrow for one big request carries small ones', async () => {
  const { mai } = await twoPhones();
  for (let count = 0; count < 12; count++) await mai.save(thing(`Hoà ${count}`));
  const sizes: number[] = [];
  const narrow: Pick<HubPort, 'upload'> = {
    upload: async (envelopes) => {
      sizes.push(envelopes.length);
      return envelopes.length > 3 ? bad({ why: 'too_large' }) : mai.road.upload(envelopes);
    },
  };
  expect(await send(mai, narrow)).toMatchObject({ is: 'done', sent: 12 });
  expect(sizes.slice(0, 2)).toEqual([12, 6]);
  expect(Math.max(...sizes.slice(2))).toBeLessThanOrEqual(3);
});

test('a network that is gone says nothing of what a line bears when it is back', async () => {
  const { mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  const gone: Pick<HubPort, 'upload'> = { upload: async () => bad({ why: 'offline' }) };
  expect(await send(mai, gone, 64_000)).toMatchObject({ is: 'failed', why: 'offline', batchBytes: 64_000 });
});

test('what is saved while others are on their way goes up in the same call', async () => {
  const { mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  let saved = 0;
  const road: Pick<HubPort, 'upload'> = {
    async upload(envelopes) {
      if (saved < 2) await mai.save(thing(`Lan ${saved++}`));
      return mai.road.upload(envelopes);
    },
  };
  expect(await send(mai, road)).toMatchObject({ is: 'done', sent: 3, waiting: 0 });
});

test('one envelope that is too large by itself is said, not tried for ever', async () => {
  const { mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  const closed: Pick<HubPort, 'upload'> = { upload: async () => bad({ why: 'too_large' }) };
  expect(await send(mai, closed)).toMatchObject({ is: 'failed', why: 'too_large', waiting: 1 });
});

test('a busy hub says when to come back', async () => {
  const { mai } = await twoPhones();
  await mai.save(thing('Hoà'));
  const busy: Pick<HubPort, 'upload'> = { upload: async () => bad({ why: 'busy', retryAfterSeconds: 40 }) };
  expect(await send(mai, busy)).toMatchObject({ is: 'failed', why: 'busy', retryAfterSeconds: 40 });
});

test('the work of one call is bounded', async () => {
  const { mai } = await twoPhones();
  for (let count = 0; count < 5; count++) await mai.save(thing(`Hoà ${count}`));
  const { store, crypto, road } = mai;
  const result = await sendOutbox(store, road, crypto, { device: 'mai', now, batchBytes: 1, maxRequests: 2 });
  expect(result.is).toBe('failed');
  expect(result.sent).toBeGreaterThanOrEqual(2);
  expect(result.sent + result.waiting).toBe(5);
});

test('phones that failed together do not come back together', () => {
  expect(retryDelay(1, 0)).toBe(2_500);
  expect(retryDelay(1, 0.999)).toBeLessThanOrEqual(5_000);
  expect(retryDelay(30, 0.999)).toBeLessThanOrEqual(900_000);
  expect(retryDelay(4, 0.5)).toBe(30_000);
});
