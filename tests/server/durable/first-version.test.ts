import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPolicy } from '../../../server/auth/policy.ts';
import { type Hub, openHub } from '../../../server/hub.ts';
import { sha256 } from '../../../server/sync/hash.ts';
import { takeRoadFile } from '../../../server/sync/proof/take-road-file.ts';
import { catalogue } from '../../../src/catalogue/index.ts';
import { isHubsVerdict } from '../../../src/seal/device-crypto.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import { fromBase64url, utf8 } from '../../../src/sync/wire/bytes.ts';
import { readCertificate, readSigned } from '../../../src/sync/wire/certificate.ts';
import { readRoadFile } from '../../../src/sync/wire/road-file.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import kept from '../../fixtures/formats/hub-1.json' with { type: 'json' };

/*
 * Keys, journal, files that went by hand and a certificate, as the first version's hub wrote them in November 2026. A
 * backup is no more than that: it must become a hub for ever.
 */

let folder = '';
let hub: Hub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-first-'));
  await writeFile(join(folder, 'keys.json'), kept.keys);
  await writeFile(join(folder, 'journal'), Buffer.from(kept.journal, 'base64url'));
  const now = () => kept.writtenAt;
  hub = await openHub({ folder, policy: demoPolicy, rules: makeRulebook(catalogue), now });
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
});

const bench = () => ({ hub, onWritten: () => undefined });

test('the journal becomes the book that it was, under the numbers that it had', async () => {
  const records = await hub.database.transaction(await hub.wholeBook(kept.book), (tx) =>
    tx.selectFrom('record').select(['id', 'kind', 'place', 'number', 'state']).orderBy('number').execute(),
  );
  expect(records.map((one) => ({ ...one, state: JSON.parse(one.state) }))).toEqual(kept.records);
});

test('what was answered is answered again, and believed by the keys of then', async () => {
  const envelope = fromBase64url(kept.envelope);
  if (envelope === undefined) throw new Error('an envelope is base64url');
  const signed = await hub.accept(envelope, kept.writtenAt);
  expect(await isHubsVerdict(crypto.subtle, kept.hubKeys, signed)).toBe(true);
  expect(openVerdict(signed)?.ops).toEqual(kept.verdicts);
});

test('a file of waiting work is taken, its answers and a certificate are read', async () => {
  expect(await takeRoadFile(bench(), utf8(kept.workFile))).toMatchObject({ is: 'taken', taken: 1, of: 1 });
  const answers = readRoadFile(utf8(kept.answersFile), sha256);
  expect(answers).toMatchObject({ ok: true, value: { is: 'verdicts', book: kept.book } });
  const items = answers.ok ? answers.value.items.map(readSigned) : [];
  for (const signed of [...items, readCertificate(kept.certificate)])
    expect(signed !== undefined && (await isHubsVerdict(crypto.subtle, kept.hubKeys, signed))).toBe(true);
});
