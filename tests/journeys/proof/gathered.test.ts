import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeRoadFile } from '../../../server/sync/proof/take-road-file.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { splitUpload } from '../../../src/sync/hub/accept.ts';
import { shown } from '../../../src/sync/records/merge.ts';
import { utf8 } from '../../../src/sync/wire/bytes.ts';
import { storyEngines } from '../../server/engines.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, syncUntilAgreed } from '../phone.ts';

/* Weeks without a signal: what was saved act by act goes up in two envelopes, and stands as it was written. */

let hub: JourneyHub;
let officer: JourneyPhone;
let collaborator: JourneyPhone;
let hasSignal = true;
/** Envelopes of each upload that the hub has heard. */
let uploads: number[] = [];
/** Where each household was last said to live. */
const written = new Map<string, string>();
let count = 0;

beforeAll(async () => {
  hub = await openCommune(storyEngines[0] ?? 'PGlite');
  officer = await openPhone(hub, await hub.officerCode());
  const answer: JourneyHub['answer'] = async (url, init) => {
    if (!hasSignal) throw new TypeError('no signal');
    if (url.endsWith('/sync/envelopes') && init.body instanceof Uint8Array) uploads.push(envelopesIn(init.body));
    return hub.answer(url, init);
  };
  collaborator = await openPhone({ ...hub, answer }, await hub.collaboratorCode('001'));
  for (const phone of [officer, collaborator]) await phone.sync();
});
afterAll(() => hub?.close());

function envelopesIn(body: Uint8Array): number {
  const split = splitUpload(body);
  return split.ok ? split.value.length : 0;
}

async function awayFor(saves: number): Promise<void> {
  hasSignal = false;
  uploads = [];
  const households = fertileHouseholds(collaborator, villages[0] ?? '');
  for (let save = 0; save < saves; save++) {
    const household = households[save % households.length] ?? '';
    written.set(household, `Xóm ${++count}`);
    await collaborator.edit(household, 'address', `Xóm ${count}`);
  }
}

const waiting = async () => (await collaborator.work().session.store.waiting()).length;

async function allStand(): Promise<void> {
  await syncUntilAgreed(hub, [collaborator, officer]);
  for (const phone of [officer, collaborator])
    for (const [household, address] of written) {
      const state = phone.work().session.store.shown(household);
      expect(state && shown(state, 'address')).toBe(address);
    }
}

test('an attempt without a signal leaves them one by one, for a file or a code to carry', async () => {
  await awayFor(12);
  expect(await collaborator.sync()).toMatchObject({ is: 'offline', waiting: 12 });
  await collaborator.reopen();
  expect(await waiting()).toBe(12);
});

test('with the signal back the first goes up, and the rest behind it as one', async () => {
  hasSignal = true;
  expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  expect(uploads).toEqual([1, 1]);
  await allStand();
});

test('what a file has carried meanwhile counts once, and its answers change nothing any more', async () => {
  await awayFor(10);
  const file = await collaborator.roads().waitingFile();
  if (file === undefined) throw new Error('ten edits wait');
  const taken = await takeRoadFile(unitsBench({ hub: hub.hub(), figures: hub.figures() }), file.bytes);
  if (taken.is !== 'taken') throw new Error(taken.why);
  hasSignal = true;
  await collaborator.sync();
  expect(uploads).toEqual([1, 1]);
  const answers = { name: 'tra-loi.txt', bytes: utf8(taken.answers) };
  expect(await collaborator.roads().openRoadFile(answers)).toMatchObject({ is: 'answered', acts: 0, waiting: 0 });
  await allStand();
});

test('a day’s work of eight goes up as it is', async () => {
  await awayFor(8);
  hasSignal = true;
  await collaborator.sync();
  expect(uploads).toEqual([8]);
  await allStand();
});
