import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obeyKeys } from '../../../server/command-line/order/keys-words.ts';
import { obeyReceive } from '../../../server/command-line/order/receive-words.ts';
import { takeRoadFile } from '../../../server/sync/proof/take-road-file.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { utf8 } from '../../../src/sync/wire/bytes.ts';
import { firstChain } from '../../../src/sync/wire/chain.ts';
import { parseEnvelope } from '../../../src/sync/wire/envelope-bytes.ts';
import { certify } from '../../../src/workers/answering/proof/proving.ts';
import { sendAll } from '../../../sw/send.ts';
import { engines } from '../../server/engines.ts';
import { wearHead } from '../../store/worn/turned-bits.ts';
import { serviceWorkerOf } from '../../workers/sending/service-worker-of.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/*
 * Once a year the hub's keys are turned. Nobody need do anything on a phone, whoever was away is still heard, and what
 * was answered, certified or handed along before stays true.
 */

const year = 400 * 86_400_000;

/** Seal keys that a phone's waiting envelopes name. */
async function sealedTo(phone: JourneyPhone): Promise<readonly string[]> {
  const waiting = await phone.work().session.store.waiting();
  return waiting.flatMap(({ bytes }) => {
    const parsed = parseEnvelope(bytes);
    return parsed.ok ? [parsed.value.header.k] : [];
  });
}

describe.each(engines)("the hub's keys are turned, on %s", (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let first = '';
  let births = 0;

  const rotate = () => obeyKeys(hub.hub(), ['--rotate', 'yes', '--ground', 'thay khóa hằng năm']);
  const newest = () => hub.hub().keys.pinned.sealId;
  const bench = () => unitsBench({ hub: hub.hub(), figures: hub.figures() });
  const held = (phone: JourneyPhone) => phone.work().session.record.hub;
  async function birth(phone: JourneyPhone): Promise<void> {
    const households = fertileHouseholds(phone, villages[0] ?? '');
    await recordBirth(phone, households[births % households.length] ?? '', { order: births + 1 });
    births += 1;
  }

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    for (const phone of [officer, collaborator]) await phone.sync();
    first = newest();
  });
  afterAll(() => hub?.close());

  test('without a word of turning, the command lists the keys', async () => {
    expect(await obeyKeys(hub.hub(), [])).toMatch(new RegExp(`^${first} - \\S{16}$`));
    await expect(obeyKeys(hub.hub(), ['--rotate', 'yes'])).rejects.toThrow('--ground');
    expect(newest()).toBe(first);
  });

  test('what waited under the old key is taken, its answer believed, and the next act is sealed to the new one', async () => {
    await birth(collaborator);
    const before = held(collaborator);
    expect(await rotate()).toContain('New keys of this hub');
    expect(newest()).not.toBe(first);
    expect(await sealedTo(collaborator)).toEqual([first]);
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
    await birth(collaborator);
    expect(await sealedTo(collaborator)).toEqual([newest()]);
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
    expect(held(collaborator).former).toEqual([{ verdictId: before.verdictId, verdict: before.verdict }]);
  });

  test('a phone that only asks learns them too, and knows them after a restart', async () => {
    expect(held(officer).sealId).toBe(first);
    await officer.sync();
    expect(held(officer).sealId).toBe(newest());
    await officer.reopen();
    expect(held(officer).sealId).toBe(newest());
    expect(await officer.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  });

  test('whoever looks after the hub finds the turn in the log, by the ground that was given', async () => {
    const rows = await hub
      .hub()
      .database.transaction({ book, places: [] }, (tx) =>
        tx.selectFrom('audit').select(['action', 'ground']).where('action', '=', 'keys').execute(),
      );
    expect(rows).toEqual([{ action: 'keys', ground: 'thay khóa hằng năm' }]);
  });

  test('the service worker of a locked phone takes them, and the app finds them there', async () => {
    await birth(collaborator);
    await rotate();
    hub.clock.now += 60_000;
    const line = { answer: hub.answer, clock: hub.clock.now };
    expect(await sendAll(serviceWorkerOf({ indexedDB: collaborator.indexedDB, line }))).toBe(true);
    expect(held(collaborator).sealId).not.toBe(newest());
    await collaborator.reopen();
    expect(held(collaborator).sealId).toBe(newest());
    expect(collaborator.work().session.store.counts()).toMatchObject({ waiting: 0, mending: 0 });
  });

  test('a file and a certificate of before are still of this hub', async () => {
    await collaborator.sync();
    const certified = await certify({
      session: collaborator.work().session,
      line: collaborator.line(),
      sync: collaborator.sync,
    });
    if (!certified.ok) throw new Error(certified.error);
    await birth(collaborator);
    const file = await collaborator.roads().waitingFile();
    if (file === undefined) throw new Error('a birth waits');
    await rotate();
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-certificate-'));
    const path = join(folder, 'giay.txt');
    await writeFile(path, certified.value.text);
    expect(await obeyReceive(bench(), ['--file', path])).toContain('True: device');
    await rm(folder, { recursive: true });
    // The officer, who has learnt the newest keys, carries it as well; and the hub takes it by hand.
    await officer.sync();
    expect(await officer.roads().openRoadFile(file)).toMatchObject({ is: 'carried', fresh: 1 });
    const taken = await takeRoadFile(bench(), file.bytes);
    if (taken.is !== 'taken') throw new Error(taken.why);
    const answers = { name: 'tra-loi.txt', bytes: utf8(taken.answers) };
    expect(await collaborator.roads().openRoadFile(answers)).toMatchObject({ is: 'answered', acts: 1, waiting: 0 });
    expect(held(collaborator).sealId).toBe(newest());
  });

  test('away for two turns and more than a year: nothing of it is lost', async () => {
    await birth(collaborator);
    const away = held(collaborator).sealId;
    for (const _turn of [1, 2]) {
      hub.clock.now += year;
      await rotate();
    }
    // Beside the embedded database a journal rests on every key; elsewhere the key is gone, and what waits is sealed anew.
    expect(hub.hub().keys.seal.has(away)).toBe(engine === 'PGlite');
    const state = await collaborator.sync();
    expect(state).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
    expect(await collaborator.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  });

  test('so long away, and what waits was signed with a chain that storage had damaged: it arrives', async () => {
    const { device } = collaborator.work().session.record;
    for (const _birth of [1, 2]) {
      const { nextSeq, clock } = await collaborator.work().session.store.head();
      // As a version wrote it that kept no digest beside it.
      const value = { nextSeq, clock, chain: firstChain };
      await wearHead(collaborator.indexedDB, device, { key: 'head', value });
      await collaborator.reopen();
      await birth(collaborator);
    }
    for (const _turn of [1, 2]) {
      hub.clock.now += year;
      await rotate();
    }
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  });

  test('a phone of today pins the newest, and reads what answers to work of before are signed by', async () => {
    const fresh = await openPhone(hub, await hub.officerCode());
    expect(held(fresh).sealId).toBe(newest());
    expect(held(fresh).former?.length).toBeGreaterThan(0);
    expect(await fresh.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  });

  test('the hub starts again on keys of every year', async () => {
    const ids = [...hub.hub().keys.seal.keys()];
    await hub.restart();
    expect([...hub.hub().keys.seal.keys()]).toEqual(ids);
    await birth(officer);
    expect(await officer.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: hub.clock.now });
  });
});

describe('a backup of before the turn is put back', () => {
  let hub: JourneyHub;
  let backups = '';

  beforeAll(async () => {
    hub = await openCommune('PGlite');
    backups = await mkdtemp(join(tmpdir(), 'so-dan-so-backups-'));
  });
  afterAll(async () => {
    await hub.close();
    await rm(backups, { recursive: true });
  });

  test('what was sealed and answered under the new keys comes back, and can be opened', async () => {
    const collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    await collaborator.sync();
    const monday = join(backups, 'monday');
    await hub.backup(monday);
    const rotate = () => obeyKeys(hub.hub(), ['--rotate', 'yes', '--ground', 'mất máy chủ']);
    await rotate();
    await collaborator.sync();
    const [household = ''] = fertileHouseholds(collaborator, villages[0] ?? '');
    const { child } = await recordBirth(collaborator, household, { order: 5 });
    expect(await sealedTo(collaborator)).toEqual([hub.hub().keys.pinned.sealId]);
    await collaborator.sync();
    const turned = collaborator.work().session.record.hub.sealId;
    await hub.restore(monday);
    expect(hub.hub().keys.pinned.sealId).not.toBe(turned);
    await collaborator.sync();
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: hub.clock.now });
    expect(collaborator.work().session.store.shown(child)).toBeDefined();
    // It seals to what the restored hub tells, and to the next pair again when that is turned once more.
    expect(collaborator.work().session.record.hub.sealId).toBe(hub.hub().keys.pinned.sealId);
    await rotate();
    expect(hub.hub().keys.pinned.sealId).toBe(turned);
    await collaborator.sync();
    expect(collaborator.work().session.record.hub.sealId).toBe(turned);
  });
});
