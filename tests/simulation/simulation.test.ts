import { expect, test } from 'vitest';
import { plantedAroundCodes } from './planted/around-codes.ts';
import { plantedAroundHead } from './planted/around-head.ts';
import { plantedAroundKeys } from './planted/around-keys.ts';
import { plantedAroundRestore } from './planted/around-restore.ts';
import { plantedAroundRevoking } from './planted/around-revoking.ts';
import { plantedAroundSealing } from './planted/around-sealing.ts';
import { plantedBugs } from './planted.ts';
import { Violation } from './violation.ts';
import { liveWorld } from './world.ts';

/*
 * Three phones, a hub and everything that can go wrong between them. A failing world names its seed:
 *   SEED=4711 vitest run tests/simulation
 * lives through exactly that one again. FAULTS=1000000 makes it long, FIRST_WORLD=900000 begins it at worlds that nobody
 * has seen.
 */
const wantedFaults = Number(process.env.FAULTS ?? 200_000);
const firstWorld = Number(process.env.FIRST_WORLD ?? 1);
const onlySeed = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
const around = [
  plantedAroundRestore,
  plantedAroundKeys,
  plantedAroundRevoking,
  plantedAroundCodes,
  plantedAroundSealing,
  plantedAroundHead,
];
const bugs = Object.assign({}, plantedBugs, ...around);
/** Within so many worlds a planted bug must have shown itself. */
const patience = 600;

async function liveSeed(seed: number): Promise<ReadonlyMap<string, number>> {
  try {
    return await liveWorld(seed);
  } catch (error) {
    throw new Error(`world ${seed} broke; replay it with SEED=${seed}`, { cause: error });
  }
}

async function firstSeedThatFinds(bug: string): Promise<string | undefined> {
  for (let seed = 1; seed <= patience; seed++) {
    try {
      await liveWorld(seed, bugs[bug]);
    } catch (error) {
      if (error instanceof Violation) return `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
  return undefined;
}

function total(faults: ReadonlyMap<string, number>): number {
  return [...faults.values()].reduce((sum, count) => sum + count, 0);
}

test('nothing is lost, doubled or different on any phone, whatever breaks', { timeout: 36_000_000 }, async () => {
  const met = new Map<string, number>();
  let seed = onlySeed ?? firstWorld - 1;
  do {
    for (const [fault, count] of await liveSeed(onlySeed ?? ++seed)) met.set(fault, (met.get(fault) ?? 0) + count);
  } while (onlySeed === undefined && total(met) < wantedFaults);
  console.log(
    `worlds ${onlySeed === undefined ? seed - firstWorld + 1 : 1} · faults ${total(met)} · lost 0 · doubled 0 · diverged 0`,
  );
  console.log([...met].map(([fault, count]) => `${fault} ${count}`).join(' · '));
  // Every kind of fault was really met, or the figure above would say little.
  if (onlySeed === undefined) expect(met.size).toBeGreaterThanOrEqual(20);
});

test('a world lives again exactly as it did', async () => {
  expect(await liveWorld(7)).toEqual(await liveWorld(7));
});

test.each(Object.keys(bugs))('finds the planted bug "%s"', async (bug) => {
  expect(await firstSeedThatFinds(bug)).toMatch(/^seed \d+: ./);
});
