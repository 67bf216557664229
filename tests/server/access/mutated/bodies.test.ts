import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../../server/app.ts';
import { makeRandom, type Random } from '../../../simulation/random.ts';
import { engines, onEachEngine } from '../../engines.ts';
import { entrances } from './entrances.ts';
import { type House, openHouse } from './house.ts';
import { mutate } from './mutation.ts';

/*
 * Whatever comes in by whatever way, the hub has an answer: never an error of its own, never a long silence, and behind it
 * everybody else is served as before. MUTATED_BODIES=1000000 makes it long, SEED=4711 draws the same ones again. What
 * once broke it is a file in tests/fixtures/crashers and is tried for ever.
 */

const wanted = Math.ceil(Number(process.env.MUTATED_BODIES ?? 5_000) / engines.length);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const corpus = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'crashers');
/** A look costs as much as a few hundred messages have been taken: it is had behind so many. */
const looksEvery = 25;
/** What is taken stays: behind so many messages, a year of a commune's, the next house is one that holds nothing yet. */
const messagesOfHouse = 5_000;
const hangMs = 5_000;
const mostGrowthMb = { heap: 50, resident: 300 };

interface Crasher {
  readonly entrance: string;
  /** Base64url. */
  readonly payload: string;
  readonly why: string;
}

interface Tried {
  /** It is a crasher; left out for an answer as it should be. */
  readonly why?: string;
  readonly ms: number;
  readonly status: number;
}

interface Tally {
  readonly statuses: Map<number, number>;
  readonly crashers: Crasher[];
  slowest: number;
  done: number;
}

/** A long run that is cut off has said how far it came. */
const saysEvery = 25_000;

function spell({ done, statuses, slowest }: Tally): string {
  const said = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  return `mutated bodies ${done} of ${wanted}, seed ${seed} · ${said.join(' · ')} · slowest ${Math.round(slowest)} ms`;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memoryMb(): typeof mostGrowthMb {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: Math.round(heapUsed / 2 ** 20), resident: Math.round(rss / 2 ** 20) };
}

/** What those read who look at the commune: a message that was taken must not break it for them. */
async function lookAround(house: House): Promise<readonly Response[]> {
  const { book } = house.commune;
  const october = `${new Date().getFullYear() - 1}-10`;
  const paths = [
    `closings?period=${october}`,
    `closing?book=${book}&id=${house.standing.frozen}`,
    `closing?book=${book}&id=${house.standing.stores}`,
    `stock?book=${book}`,
    `report?book=${book}&form=01-DSX&period=${october}`,
  ];
  const answers: Response[] = [];
  for (const path of paths) answers.push(await house.askConsole('GET', `/api/${path}`));
  return answers;
}

function mutateOften(good: Uint8Array, random: Random): Uint8Array {
  let payload = good;
  for (let times = random.pick([1, 1, 2, 4]); times > 0; times -= 1) payload = mutate(payload, random);
  return payload;
}

test('every route is an entrance', () => {
  const known = new Set(Object.values(entrances).map(({ route }) => route));
  expect([...known].sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

onEachEngine('mutated bodies', (bench) => {
  let house: House;
  let sealed = 0;
  beforeAll(async () => {
    house = await openHouse(bench.hub());
  }, 60_000);
  afterAll(() => house?.close());

  async function tryOnce(name: string, payload: Uint8Array): Promise<Tried> {
    const entrance = entrances[name];
    if (entrance === undefined) throw new Error(`no entrance ${name}`);
    const broken = house.failures().length;
    const begun = performance.now();
    const answer = await entrance.send(house, payload);
    await answer.arrayBuffer();
    const ms = performance.now() - begun;
    const answers = [answer];
    if (name.startsWith('sealed') && ++sealed % looksEvery === 0) answers.push(...(await lookAround(house)));
    const worst = answers.find(({ status }) => status >= 500);
    const failure = house.failures()[broken];
    const why =
      worst !== undefined || failure !== undefined
        ? `${worst?.status} ${failure?.route} ${failure?.error}`
        : ms > hangMs
          ? `${Math.round(ms)} ms`
          : undefined;
    return { ms, status: answer.status, ...(why !== undefined && { why }) };
  }

  function count(tally: Tally, entrance: string, payload: Uint8Array, { why, ms, status }: Tried): void {
    tally.done += 1;
    tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
    tally.slowest = Math.max(tally.slowest, ms);
    if (why !== undefined) tally.crashers.push({ entrance, payload: Buffer.from(payload).toString('base64url'), why });
    if (tally.done % saysEvery === 0) console.log(spell(tally));
  }

  async function refresh(goods: Map<string, Uint8Array>): Promise<void> {
    for (const [name, { good }] of Object.entries(entrances)) goods.set(name, await good(house));
  }

  async function moveHouse(): Promise<void> {
    await house.close();
    house = await openHouse(bench.hub());
  }

  async function tryMany(turns: number, names: readonly string[], random: Random, tally: Tally): Promise<void> {
    const goods = new Map<string, Uint8Array>();
    for (let turn = 0; turn < turns && tally.crashers.length < 5; turn += 1) {
      if (turn > 0 && turn % messagesOfHouse === 0) await moveHouse();
      // What is signed is good for five minutes.
      if (turn % 500 === 0) await refresh(goods);
      const name = random.pick(names);
      const payload = mutateOften(goods.get(name) ?? new Uint8Array(), random);
      count(tally, name, payload, await tryOnce(name, payload));
    }
  }

  async function everyGoodOne(): Promise<void> {
    for (const [name, { good }] of Object.entries(entrances))
      expect([name, await tryOnce(name, await good(house))]).toMatchObject([name, { status: 200 }]);
  }

  test('what once broke a hub does not break it again', async () => {
    const files = readdirSync(corpus);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { entrance, payload }: Crasher = JSON.parse(readFileSync(join(corpus, file), 'utf8'));
      expect([file, (await tryOnce(entrance, Buffer.from(payload, 'base64url'))).why]).toEqual([file, undefined]);
    }
  });

  test(`${wanted} of them, seed ${seed}: an answer each, and the good ones are taken before and behind`, {
    timeout: 7_200_000,
  }, async () => {
    await everyGoodOne();
    const random = makeRandom(seed);
    const names = Object.entries(entrances).flatMap(([name, { weight = 1 }]) =>
      Array.from({ length: Math.ceil(weight * 10) }, () => name),
    );
    const tally: Tally = { statuses: new Map(), crashers: [], slowest: 0, done: 0 };
    // Caches and statements fill up first.
    await tryMany(Math.floor(wanted / 5), names, random, tally);
    const before = memoryMb();
    await tryMany(wanted - Math.floor(wanted / 5), names, random, tally);
    const after = memoryMb();
    const grown = { heap: after.heap - before.heap, resident: after.resident - before.resident };
    console.log(`${spell(tally)} · heap +${grown.heap} MB, resident +${grown.resident} MB`);
    expect(tally.crashers).toEqual([]);
    expect(grown.heap).toBeLessThan(mostGrowthMb.heap);
    expect(grown.resident).toBeLessThan(mostGrowthMb.resident);
    await everyGoodOne();
  });
});
