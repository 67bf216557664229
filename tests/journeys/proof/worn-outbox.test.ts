import { afterAll, beforeAll, expect, test } from 'vitest';
import { shown } from '../../../src/sync/records/merge.ts';
import { storyEngines } from '../../server/engines.ts';
import { storedOutbox, wearRow, wornParts } from '../../store/worn/worn-outbox.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, syncUntilAgreed } from '../phone.ts';

/*
 * A worn flash turns a bit in what waits for the hub. The same lines are pending, sealed by themselves: at the next sync
 * all of it arrives once, in the order and under the numbers in which it was written.
 */

let hub: JourneyHub;
let officer: JourneyPhone;
let collaborator: JourneyPhone;
let count = 0;

beforeAll(async () => {
  hub = await openCommune(storyEngines[0] ?? 'PGlite');
  officer = await openPhone(hub, await hub.officerCode());
  collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
  for (const phone of [officer, collaborator]) await phone.sync();
});
afterAll(() => hub?.close());

const device = () => collaborator.work().session.record.device;
const outbox = () => storedOutbox(collaborator.indexedDB, device());

/** Three households are said to live elsewhere, without a signal. */
async function writeThree(): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>();
  for (const household of fertileHouseholds(collaborator, villages[0] ?? '').slice(0, 3)) {
    written.set(household, `Xóm ${++count}`);
    await collaborator.edit(household, 'address', `Xóm ${count}`);
  }
  return written;
}

async function allStand(written: ReadonlyMap<string, string>): Promise<void> {
  await syncUntilAgreed(hub, [collaborator, officer]);
  for (const phone of [officer, collaborator])
    for (const [household, address] of written) {
      const state = phone.work().session.store.shown(household);
      expect(state && shown(state, 'address')).toBe(address);
    }
}

test.each(Object.entries(wornParts))('a bit turned in %s: all arrives all the same', async (_part, wear) => {
  const written = await writeThree();
  const [, second] = await outbox();
  if (second === undefined) throw new Error('three edits wait');
  await wearRow(collaborator.indexedDB, device(), second, wear(second));
  expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  expect(await outbox()).toEqual([]);
  await allStand(written);
});

test('in every waiting envelope at once, and with the app opened anew in between', async () => {
  const written = await writeThree();
  for (const row of await outbox()) {
    const wear = Object.values(wornParts)[row.firstSeq % 10];
    await wearRow(collaborator.indexedDB, device(), row, wear?.(row));
  }
  await collaborator.reopen();
  expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  await allStand(written);
});
