import { expect, test } from 'vitest';
import { readJournalEntry } from '../../src/sync/hub/accept.ts';
import { writeJournalEntry } from '../../src/sync/hub/journal-entry.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import type { Verdict } from '../../src/sync/verdict.ts';
import { concat, utf8 } from '../../src/sync/wire/bytes.ts';
import { parseEnvelope, writeHeader } from '../../src/sync/wire/envelope-bytes.ts';
import { putHead, soundHead } from '../simulation/phone/head.ts';
import { type Commune, makeCommune, noon, thing } from './one-commune.ts';

const results = (verdict: Verdict) => verdict.ops.map(({ result }) => result);

/** What a refused envelope must leave as it was. */
function tablesOf({ hub }: Commune): string {
  const { devices, ops, records, parked } = hub.tables;
  return JSON.stringify([[...devices], [...ops], [...records.keys()], [...parked]]);
}

test('a first save is applied, numbered and acknowledged', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const event: OpDraft = { kind: 'event', place: 'v1', add: { thing: { made: 0 }, date: '2026-11-20' } };
  const verdict = await commune.accept(await mai.save(thing('Hoà'), event));
  expect(results(verdict)).toEqual([{ is: 'applied' }, { is: 'applied' }]);
  expect(verdict).toMatchObject({ device: 'mai', acked: 2, missing: [], hubTime: noon });
  expect(verdict.ops.map(({ stamp, n }) => [stamp, n])).toEqual([
    [[noon, 0], 1],
    [[noon, 1], 2],
  ]);
  expect(commune.hub.tables.records.get('mai.2')?.state.fields.thing?.[0]?.value).toBe('mai.1');
});

test('the same envelope twice answers the same and changes nothing', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const envelope = await mai.save(thing('Hoà'));
  const first = await commune.accept(envelope);
  const before = tablesOf(commune);
  expect(await commune.accept(envelope)).toEqual(first);
  expect(tablesOf(commune)).toBe(before);
});

test('an envelope altered or cut anywhere is turned away, and nothing changes', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const envelope = await mai.save(thing('Hoà'));
  const before = tablesOf(commune);
  for (let at = 0; at < envelope.length; at += 3) {
    const altered = await commune.accept(envelope.map((byte, index) => (index === at ? byte ^ 4 : byte)));
    expect(altered.refused).toMatch(/^(malformed|signature|unknown_device)$/);
    expect((await commune.accept(envelope.slice(0, at))).refused).toBe('malformed');
  }
  expect(tablesOf(commune)).toBe(before);
});

test('before a signature is proved a verdict speaks to nobody and grants no lease', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const envelope = await mai.save(thing('Hoà'));
  const forged = await commune.accept(concat(envelope.slice(0, -1), Uint8Array.of(1)));
  expect(forged).toMatchObject({ refused: 'signature', device: '', lease: { until: 0, pinUntil: 0 } });
});

test('over the limits: refused before it is believed', async () => {
  const commune = await makeCommune();
  expect((await commune.accept(new Uint8Array(1_000_001))).refused).toBe('too_large');
  expect((await commune.accept(utf8('SDS1'))).refused).toBe('malformed');
});

test('an envelope sealed to a key that is gone, or that is no envelope inside, is turned away', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const parsed = parseEnvelope(await mai.save(thing('Hoà')));
  if (!parsed.ok) throw new Error('what was sealed can be parsed');
  const { header } = parsed.value;
  const seal = (change: object, lines: string) => mai.crypto.seal(writeHeader({ ...header, ...change }), utf8(lines));
  expect((await commune.accept(await seal({ k: 'old' }, '{}'))).refused).toBe('unknown_key');
  expect((await commune.accept(await seal({ l: 2 }, '{}'))).refused).toBe('malformed');
  expect((await commune.accept(await seal({}, '{}'))).refused).toBe('chain');
  expect((await commune.accept(await seal({}, 'a'.repeat(9_000_000)))).refused).toBe('cannot_open');
});

test('beyond a gap an envelope is parked, named as missing, and applied when the gap closes', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const envelopes = [
    await mai.save(thing('Hoà')),
    await mai.save(thing('Lan')),
    await mai.save(thing('Minh')),
  ] as const;
  const parked = await commune.accept(envelopes[2]);
  expect(results(parked)).toEqual([{ is: 'parked' }]);
  expect(parked).toMatchObject({ acked: 0, missing: [[1, 2]] });
  expect(commune.hub.tables.records.size).toBe(0);
  expect((await commune.accept(envelopes[0])).missing).toEqual([[2, 2]]);
  expect(await commune.accept(envelopes[1])).toMatchObject({ acked: 3, missing: [] });
  expect(results(await commune.accept(envelopes[2]))).toEqual([{ is: 'applied' }]);
});

test('one refused op refuses its transaction, and no other', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const bad: OpDraft = { kind: 'thing', place: 'v1', put: { forbidden: 1 } };
  const verdict = await commune.accept(await mai.save(thing('Hoà'), bad, thing('Lan')));
  expect(results(verdict)).toEqual([
    { is: 'with', op: 2 },
    { is: 'refused', code: 'unknown_field', field: 'forbidden' },
    { is: 'with', op: 2 },
  ]);
  expect(commune.hub.tables.records.size).toBe(0);
  expect(results(await commune.accept(await mai.save(thing('Minh'))))).toEqual([{ is: 'applied' }]);
});

test('nobody writes into a foreign village, and foreign and absent answer alike', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai', ['v1']);
  const tam = await commune.join('tam', ['v3']);
  await commune.accept(await tam.save(thing('Lan', 'v3')));
  const refused = { is: 'refused', code: 'place' };
  expect(results(await commune.accept(await mai.save(thing('Hoà', 'v3'))))).toEqual([{ ...refused, field: 'p' }]);
  const foreign: OpDraft = { kind: 'thing', id: 'tam.1', place: 'v1', put: { name: 'x' } };
  const absent: OpDraft = { kind: 'thing', id: 'tam.99', place: 'v1', put: { name: 'x' } };
  expect(results(await commune.accept(await mai.save(foreign)))).toEqual([{ ...refused, field: 'id' }]);
  expect(results(await commune.accept(await mai.save(absent)))).toEqual([{ ...refused, field: 'id' }]);
  const takeBack: OpDraft = { kind: 'thing', id: 'tam.1', place: 'v1', void: { reason: 'x' } };
  expect(results(await commune.accept(await mai.save(takeBack)))).toEqual([{ ...refused, field: 'id' }]);
});

test('a copied phone that writes the same seq otherwise is frozen, and the supervisor gets to see both', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  const original = await mai.save(thing('Hoà'));
  await commune.accept(original);
  putHead(mai.phone, { ...soundHead(mai.phone), nextSeq: 1 });
  mai.phone.written.clear();
  const copied = await mai.save(thing('Lan'));
  expect((await commune.accept(copied)).refused).toBe('frozen');
  expect(commune.hub.tables.quarantine.size).toBe(1);
  expect(commune.hub.tables.devices.get('mai')).toMatchObject({ status: 'frozen', acked: 1 });
  expect(results(await commune.accept(original))).toEqual([{ is: 'applied' }]);
});

test('after a revocation ops are kept aside and answered one by one', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  commune.change('mai', { status: 'revoked' });
  const verdict = await commune.accept(await mai.save(thing('Hoà')));
  expect(results(verdict)).toEqual([{ is: 'refused', code: 'revoked' }]);
  expect([...commune.hub.tables.quarantine.keys()]).toEqual([expect.stringContaining('revoked')]);
  expect(commune.hub.tables.records.size).toBe(0);
});

test('an edit in two places at once is merged, and of a name it is a disagreement', async () => {
  const commune = await makeCommune();
  const [mai, tam] = [await commune.join('mai'), await commune.join('tam')];
  const made: OpDraft = { kind: 'thing', place: 'v1', put: { name: 'Hoà', note: 'x' } };
  await commune.accept(await mai.save(made));
  const edit = (put: { name: string } | { note: string }): OpDraft => {
    const seen = Object.fromEntries(Object.keys(put).map((field) => [field, ['mai.1']]));
    return { kind: 'thing', id: 'mai.1', place: 'v1', put, seen };
  };
  expect(results(await commune.accept(await mai.save(edit({ name: 'Hoa' }))))).toEqual([{ is: 'applied' }]);
  expect(results(await commune.accept(await tam.save(edit({ name: 'Hòa' }))))).toEqual([{ is: 'disagreement' }]);
  expect(results(await commune.accept(await mai.save(edit({ note: 'y' }))))).toEqual([{ is: 'applied' }]);
  expect(results(await commune.accept(await tam.save(edit({ note: 'z' }))))).toEqual([{ is: 'merged' }]);
});

test('a journal entry gives back when and what', () => {
  const entry = readJournalEntry(writeJournalEntry(noon, utf8('envelope')));
  expect(entry).toEqual({ receivedAt: noon, envelope: utf8('envelope') });
  expect(readJournalEntry(utf8('short'))).toBeUndefined();
});

test('a village that was handed over takes what was sealed before its phone knew, and nothing sealed afterwards', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai', ['v1', 'v2']);
  const before = await mai.save(thing('Hoà'));
  commune.change('mai', { places: ['v2'], former: [{ place: 'v1', until: 1 }], epoch: 2 });
  expect((await commune.accept(before)).ops.map(({ result }) => result.is)).toEqual(['applied']);
  // Sealed under an epoch in which the village was another's.
  const after = await mai.save(thing('Lan'));
  commune.change('mai', { former: [{ place: 'v1', until: 0 }] });
  expect((await commune.accept(after)).ops.map(({ result }) => result)).toEqual([
    { is: 'refused', code: 'place', field: 'p' },
  ]);
});
