import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hub } from '../../../server/hub.ts';
import type { Verdict } from '../../../src/sync/verdict.ts';
import { makeRandom } from '../../simulation/random.ts';
import { foundTestCommune } from '../commune.ts';
import { startHub } from '../engines.ts';
import { type Ask, activatePhone, householdDrafts, type Phone, uploadAll } from '../phone.ts';
import { openSite } from '../site.ts';
import { dump } from './dump.ts';

/*
 * The embedded database makes no fsync, so behind a power cut its folder may be as old as it likes, while the journal is
 * of now. POWER_CUTS=200 makes it long, SEED=4711 draws the same cuts again. PostgreSQL keeps its own journal.
 */

const cuts = Number(process.env.POWER_CUTS ?? 5);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const mostCopies = 4;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-power-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Told {
  readonly envelope: Uint8Array;
  readonly ops: Verdict['ops'];
}

test(`${cuts} power cuts, seed ${seed}: whatever copy of the database is left, what was answered stands`, {
  timeout: 7_200_000,
}, async () => {
  const random = makeRandom(seed);
  const [data, pg] = [join(folder, 'data'), join(folder, 'data', 'pg')];
  await mkdir(data);
  const copies: string[] = [];
  const told: Told[] = [];
  let ask: Ask = () => Promise.reject(new Error('the hub is dark'));
  let phone: Phone | undefined;
  let village = '';
  const withHub = async <Result>(use: (hub: Hub) => Promise<Result>): Promise<Result> => {
    const { hub, stop } = await startHub('PGlite', data, Date.now);
    const site = openSite(hub);
    ask = site.request;
    try {
      return await use(hub);
    } finally {
      await site.site.figures.close();
      await stop();
    }
  };
  const work = async (hub: Hub): Promise<string> => {
    if (phone === undefined) {
      const commune = await foundTestCommune(hub);
      [village] = commune.villages;
      phone = await activatePhone((path, init) => ask(path, init), await commune.officerCode());
    }
    for (let acts = 1 + random.below(6); acts > 0; acts -= 1) {
      const { envelope } = await phone.write(householdDrafts(village, `Hộ số ${told.length}`));
      const [verdict] = await phone.upload(envelope.bytes);
      told.push({ envelope: envelope.bytes, ops: verdict?.ops ?? [] });
    }
    return dump(hub);
  };
  let before = await withHub(work);
  let rolledBack = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    const copy = join(folder, `copy-${cut}`);
    await cp(pg, copy, { recursive: true });
    copies.push(copy);
    before = await withHub(work);
    // Now and then nothing at all is left of it.
    const left = random.chance(0.15) ? undefined : random.pick(copies);
    await rm(pg, { recursive: true });
    if (left !== undefined) await cp(left, pg, { recursive: true });
    rolledBack += 1;
    expect([cut, await withHub(dump)]).toEqual([cut, before]);
    const [oldest] = copies;
    if (copies.length <= mostCopies || oldest === undefined) continue;
    await rm(oldest, { recursive: true });
    copies.shift();
  }
  // Nothing that was answered is answered otherwise, and nothing stands twice.
  await withHub(async (hub) => {
    if (phone === undefined) throw new Error('nobody works here');
    const again = await uploadAll(
      phone,
      told.map(({ envelope }) => envelope),
    );
    expect(again.map(({ ops }) => ops)).toEqual(told.map(({ ops }) => ops));
    expect(await dump(hub)).toBe(before);
  });
  const acts = told.flatMap(({ ops }) => ops);
  console.log(`power cuts ${rolledBack}, seed ${seed} · ${acts.length} ops answered · lost 0 · doubled 0`);
  expect(acts.every(({ result }) => result.is === 'applied')).toBe(true);
});
