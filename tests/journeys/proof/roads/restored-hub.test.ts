import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shown } from '../../../../src/sync/records/merge.ts';
import type { FileBytes } from '../../../../src/workers/api/transfer-api.ts';
import { type JourneyHub, openCommune, villages } from '../../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone } from '../../phone.ts';

/*
 * A collaborator who never has a network: her work goes as files that the officer carries, and the hub's answers come back
 * so. When the hub is restored from a backup, that is how her phone hears of it, and what was lost goes by file once more.
 */

let hub: JourneyHub;
let backups = '';
let officer: JourneyPhone;
let collaborator: JourneyPhone;
const written = new Map<string, string>();

beforeAll(async () => {
  hub = await openCommune('PGlite');
  backups = await mkdtemp(join(tmpdir(), 'so-dan-so-backups-'));
  officer = await openPhone(hub, await hub.officerCode());
  collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
  for (const phone of [officer, collaborator]) await phone.sync();
});
afterAll(async () => {
  await hub?.close();
  await rm(backups, { recursive: true });
});

async function write(at: number, address: string): Promise<void> {
  const household = fertileHouseholds(collaborator, villages[0] ?? '')[at] ?? '';
  await collaborator.edit(household, 'address', address);
  written.set(household, address);
}

async function given(file: Promise<FileBytes | undefined>): Promise<FileBytes> {
  const there = await file;
  if (there === undefined) throw new Error('there is something to give along');
  return there;
}

/** The officer takes her file along, comes home, and brings back what the hub said. */
async function carry() {
  await officer.roads().openRoadFile(await given(collaborator.roads().waitingFile()));
  await officer.sync();
  const answers = await given(officer.roads().verdictFile());
  return { answers, told: await collaborator.roads().openRoadFile(answers) };
}

function allStand(phone: JourneyPhone): void {
  for (const [household, address] of written) {
    const state = phone.work().session.store.shown(household);
    expect(state && shown(state, 'address')).toBe(address);
  }
}

test('what a restored hub has lost of a phone without a network comes back by file', async () => {
  await write(0, 'Xóm Một');
  expect((await carry()).told).toMatchObject({ is: 'answered', acts: 1, again: 0 });
  await hub.backup(join(backups, 'monday'));
  await write(1, 'Xóm Hai');
  await write(2, 'Xóm Ba');
  const older = await carry();
  expect(older.told).toMatchObject({ is: 'answered', acts: 2, again: 0 });
  await hub.restore(join(backups, 'monday'));
  await write(3, 'Xóm Bốn');
  const { told } = await carry();
  expect(told).toMatchObject({ is: 'answered', acts: 0, again: 2 });
  // An answer of before, that somebody finds in an old message, does not say that it is there.
  await collaborator.roads().openRoadFile(older.answers);
  expect((await carry()).told).toMatchObject({ is: 'answered', acts: 1, waiting: 0, again: 0 });
  allStand(collaborator);
  for (let round = 0; round < 2; round++) await officer.sync();
  allStand(officer);
  expect(await collaborator.roads().openRoadFile(older.answers)).toMatchObject({ acts: 0, waiting: 0, again: 0 });
  expect(await collaborator.roads().waitingFile()).toBeUndefined();
  expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
});
