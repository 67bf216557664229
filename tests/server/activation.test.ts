import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeActivationCode } from '../../server/auth/activation.ts';
import { drawCode, readCode } from '../../server/auth/activation-code.ts';
import { parsePolicy, readPolicy } from '../../server/auth/policy-file.ts';
import { civilDay } from '../../src/domain/calendar/civil-date.ts';
import type { Activation } from '../../src/sync/activation.ts';
import { isGone } from '../../src/sync/records/row.ts';
import { foundTestCommune } from './commune.ts';
import { onEachEngine, startHub } from './engines.ts';
import { activatePhone, householdDrafts, makeKeys, requestActivation } from './phone.ts';
import { openSite } from './site.ts';

const errorOf = async (answer: Response) => [answer.status, ((await answer.json()) as { error?: string }).error];

onEachEngine('activation', ({ hub, clock }) => {
  test('an officer gets her commune, her places, the keys of the hub and an open lease', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const { activation } = await activatePhone(request, await commune.officerCode());
    expect(activation).toMatchObject({
      role: 'officer',
      book: commune.book,
      places: [commune.commune, ...commune.villages],
      epoch: 1,
      hubEpoch: 1,
      keys: hub().keys.pinned,
      lease: { until: null, pinUntil: null },
      pinWindowDays: null,
    });
    expect(activation.units.map((unit) => unit.level)).toEqual(['province', 'commune', 'village', 'village']);
  });

  test('a collaborator may write her own village only', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const { activation } = await activatePhone(request, await commune.collaboratorCode());
    expect(activation).toMatchObject({ role: 'collaborator', places: [commune.villages[0]] });
  });

  test('her term begins in the book that day and is counted on every device; another phone of hers begins none', async () => {
    const { request, site } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const officer = await activatePhone(request, await commune.officerCode());
    const counted = async () => {
      const period = civilDay(hub().now()).slice(0, 7);
      const report = await site.figures.report(commune.book, '01-DSX', period, commune.commune, true);
      return report?.rows.find(({ key }) => key === 'ctv_count')?.value;
    };
    expect(await counted()).toBe(0);
    for (let phones = 0; phones < 2; phones += 1) await activatePhone(request, await commune.collaboratorCode());
    const { rows } = await officer.changes();
    expect(rows.map((row) => [row.k, isGone(row) ? '' : row.f.since?.[0]?.[1]])).toEqual([
      ['collaborator', civilDay(hub().now())],
    ]);
    expect(await counted()).toBe(1);
  });

  test('a cut connection costs nothing: the same code and key again get the same device', async () => {
    const { request } = openSite(hub());
    const code = await (await foundTestCommune(hub())).officerCode();
    const keys = await makeKeys();
    const [first, second] = [
      await requestActivation(request, code, keys),
      await requestActivation(request, code, keys),
    ];
    expect(second.status).toBe(200);
    expect(((await second.json()) as Activation).device).toBe(((await first.json()) as Activation).device);
  });

  test('small letters, blanks and hyphens are as good', async () => {
    const { request } = openSite(hub());
    const code = await (await foundTestCommune(hub())).officerCode();
    const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `;
    expect((await requestActivation(request, typed, await makeKeys())).status).toBe(200);
  });

  test('a used code is told from a wrong one and from an expired one', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const used = await commune.officerCode();
    await activatePhone(request, used);
    expect(await errorOf(await requestActivation(request, used, await makeKeys()))).toEqual([409, 'used_code']);
    expect(await errorOf(await requestActivation(request, drawCode(), await makeKeys()))).toEqual([404, 'wrong_code']);
    const { book, villages } = commune;
    const whom = { book, role: 'collaborator', places: villages, userName: 'x' } as const;
    const expired = await makeActivationCode(hub(), whom, hub().now() - 1);
    expect(await errorOf(await requestActivation(request, expired, await makeKeys()))).toEqual([410, 'expired_code']);
    const unused = await commune.officerCode();
    clock.offset = 40 * 86_400_000;
    const late = await errorOf(await requestActivation(request, unused, await makeKeys()));
    clock.offset = 0;
    expect(late).toEqual([410, 'expired_code']);
  });

  test('after five wrong tries a code rests for 15 minutes, for its owner too, and then works', async () => {
    const { request } = openSite(hub());
    const code = await (await foundTestCommune(hub())).officerCode();
    const wrong = (letter: string) => `${code.slice(0, 9)}${letter}`;
    const letters = [...'23456789'].filter((letter) => letter !== code[9]).slice(0, 5);
    const answers: unknown[] = [];
    for (const letter of letters)
      answers.push((await errorOf(await requestActivation(request, wrong(letter), await makeKeys())))[1]);
    expect(answers).toEqual(['wrong_code', 'wrong_code', 'wrong_code', 'wrong_code', 'too_many_tries']);
    expect(await errorOf(await requestActivation(request, code, await makeKeys()))).toEqual([429, 'too_many_tries']);
    clock.offset = 15 * 60_000 + 1_000;
    expect(await errorOf(await requestActivation(request, wrong(letters[0] ?? ''), await makeKeys()))).toEqual([
      404,
      'wrong_code',
    ]);
    expect((await requestActivation(request, code, await makeKeys())).status).toBe(200);
    clock.offset = 0;
  });

  test('whoever guesses from one address is slowed down, and a right code still passes', async () => {
    const { request } = openSite(hub());
    const keys = await makeKeys();
    const statuses: number[] = [];
    for (let tries = 0; tries < 22; tries++) statuses.push((await requestActivation(request, drawCode(), keys)).status);
    expect(statuses.slice(0, 20).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429]);
    await activatePhone(request, await (await foundTestCommune(hub())).officerCode());
  });

  test('a key that was not proved, or is none, is no activation', async () => {
    const { request } = openSite(hub());
    const code = await (await foundTestCommune(hub())).officerCode();
    const [mine, theirs] = [await makeKeys(), await makeKeys()];
    const forged = { privateKey: mine.privateKey, publicKey: theirs.publicKey };
    expect(await errorOf(await requestActivation(request, code, forged))).toEqual([400, 'bad_request']);
    for (const body of ['', '[]', '{"code":5}', '{"code":"x","signKey":"AA","proof":"AA"}', '{"__proto__":{}}']) {
      expect(await errorOf(await request('/activate', { method: 'POST', body }))).toEqual([400, 'bad_request']);
    }
    await activatePhone(request, code);
  });

  test('two phones that race for one code: one gets it', async () => {
    const { request } = openSite(hub());
    const code = await (await foundTestCommune(hub())).officerCode();
    const keys = await Promise.all([makeKeys(), makeKeys(), makeKeys()]);
    const answers = await Promise.all(keys.map((key) => requestActivation(request, code, key)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });
});

describe('the policy of a hub that is no demo', () => {
  const day = 86_400_000;
  const read = (file: unknown) => parsePolicy(typeof file === 'string' ? file : JSON.stringify(file));

  test('what is left out is strict: 35 days by PIN for a collaborator, one for an officer, 75 without contact', () => {
    const policy = read({ pinWindowDays: { collaborator: 14 } });
    if (!policy.ok) throw new Error(policy.error);
    const { pinWindowDays, leaseDays, codeDays } = policy.value;
    expect([pinWindowDays('collaborator'), pinWindowDays('officer'), leaseDays, codeDays]).toEqual([14, 1, 75, 3]);
    const open = read({ pinWindowDays: { officer: null }, leaseDays: null });
    expect(open.ok && [open.value.pinWindowDays('officer'), open.value.leaseDays]).toEqual([null, null]);
  });

  test('a misspelt or impossible rule is named, never guessed', () => {
    const faults = [
      'not JSON',
      [],
      { leasedays: 9 },
      { leaseDays: 0 },
      { codeDays: null },
      { pinWindowDays: 9 },
      { pinWindowDays: { boss: 9 } },
      { pinWindowDays: { officer: '1' } },
    ].map((file) => read(file));
    expect(faults.map((fault) => !fault.ok && fault.error)).toEqual([
      'policy.json',
      'policy.json',
      'leasedays',
      'leaseDays',
      'codeDays',
      'pinWindowDays',
      'pinWindowDays.boss',
      'pinWindowDays.officer',
    ]);
  });

  test('phones get their window and their lease by it, renewed with every verdict', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-policy-'));
    await writeFile(join(folder, 'policy.json'), '{}');
    const policy = await readPolicy(folder);
    const at = Date.now();
    const { hub, stop } = await startHub('PGlite', folder, () => at, policy.ok ? policy.value : undefined);
    try {
      const { request } = openSite(hub);
      const commune = await foundTestCommune(hub);
      const officer = await activatePhone(request, await commune.officerCode(), () => at);
      const collaborator = await activatePhone(request, await commune.collaboratorCode(), () => at);
      const lease = (window: number) => ({ until: at + 75 * day, pinUntil: at + window * day });
      expect([officer.activation.lease, collaborator.activation.lease]).toEqual([lease(1), lease(35)]);
      const saved = await officer.write(householdDrafts(commune.villages[0], 'Nguyễn Thị Hoà'));
      expect((await officer.upload(saved.envelope.bytes))[0]?.lease).toEqual(lease(1));
    } finally {
      await stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('a code', () => {
  const key = new Uint8Array(32);
  test('is ten unambiguous characters at most', () => {
    for (let drawn = 0; drawn < 200; drawn++) expect(drawCode()).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  });
  test('is kept as a keyed hash and found by its first letters', () => {
    expect(readCode('K7M2QWX9PB', key)?.selector).toBe('K7M2');
    expect(readCode('K7M2QWX9PB', key)?.hash).not.toContain('QWX9PB');
    expect(readCode('K7M2QWX9PB', key)?.hash).not.toBe(readCode('K7M2QWX9PB', new Uint8Array(32).fill(1))?.hash);
    expect(readCode('K7M2QWX9P', key)).toBeUndefined();
    expect(readCode('K7M2QWX9P0', key)).toBeUndefined();
  });
});
