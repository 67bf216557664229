import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { readState } from '../../../server/figures/state-codec.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { engines } from '../../server/engines.ts';
import { makeRandom, type Random } from '../../simulation/random.ts';
import { book, commune, type JourneyHub, openCommune } from '../commune.ts';
import { type JourneyPhone, openPhone, syncUntilAgreed } from '../phone.ts';
import { phonesOf, registerOf, type Seat, settle, takeStep, type World } from './drawn/moving-world.ts';
import { openWeather } from './drawn/weather.ts';
import { openNeighbour } from './neighbour.ts';

/*
 * Weeks at random in which villages go from commune to commune and back, while phones of both are away: births, edits,
 * households that move house, acts taken back, phones killed or lost, lines that break at any request, the hub started
 * anew or put back from a backup. In the end everybody is in the figures of one commune, once; what both books have is the
 * same in both; and each officer's phone says what the hub says; then the communes become one, and so does all that.
 */

const form = '01-DSX';
const row = 'pop_end';
const day = 86_400_000;
/** MOVE_STEPS=2000 makes it long. */
const steps = Number(process.env.MOVE_STEPS ?? 40);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-moves-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function peopleOf({ hub }: World, of: string, period: string): Promise<readonly string[]> {
  await hub.figures().settle();
  const cases = await hub.figures().cases(of, form, row, period);
  return (cases ?? []).map(({ person }) => person).sort();
}

/** What a book holds of each record, but for where it stands. */
async function recordsOf({ hub }: World, of: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await hub
    .hub()
    .database.transaction(await hub.hub().wholeBook(of), (tx) =>
      tx.selectFrom('record').select(['id', 'state']).where('book', '=', of).execute(),
    );
  return new Map(
    rows.map(({ id, state }) => {
      const { place: _, ...rest } = readState(state);
      return [id, rest];
    }),
  );
}

async function openWorld(hub: JourneyHub, random: Random, canRestore: boolean): Promise<World> {
  const weather = await openWeather(hub, random, canRestore);
  const beside = await openNeighbour(hub);
  const { officerCode, collaboratorCode } = hub;
  const communes = [{ code: demoCommune.communeCode, book, commune, officerCode, collaboratorCode }, beside];
  const seats: Seat[] = [];
  for (const [at, one] of communes.entries()) {
    const codes = {
      officer: await one.officerCode(),
      collaborator: await one.collaboratorCode(at === 0 ? '003' : '001'),
    };
    for (const role of ['officer', 'collaborator'] as const)
      seats.push({ role, at, phone: await openPhone(weather.hub, codes[role]) });
  }
  const world = {
    random,
    hub,
    weather,
    communes,
    seats,
    scratch,
    ordered: [],
    written: new Map(),
    born: new Map(),
    moved: '',
  };
  await syncUntilAgreed(hub, phonesOf(world));
  await weather.backUp();
  return world;
}

function officersOf({ seats }: World): readonly JourneyPhone[] {
  return seats.flatMap(({ role, phone }) => (role === 'officer' ? [phone] : []));
}

type Figures = readonly { readonly key: string; readonly value: number | null }[];

/** Everybody of both communes and every birth, each once; and each commune's numbers as its officer's phone has them, where it can count that period. */
async function comparePeople(world: World, begun: readonly string[], period: string): Promise<void> {
  const { hub, communes } = world;
  const born = [...world.born].filter(([, { date }]) => date.slice(0, 7) <= period);
  const counted = await Promise.all(communes.map((one) => peopleOf(world, one.book, period)));
  expect(counted.flat().sort()).toEqual([...begun, ...born.map(([child]) => child)].sort());
  const told = await Promise.all(communes.map((one) => hub.figures().report(one.book, form, period)));
  const births = told.map((table) => table?.rows.find(({ key }) => key === 'births')?.value ?? 0);
  expect(births.reduce((sum, one) => sum + one)).toBe(born.filter(([, { date }]) => date.startsWith(period)).length);
  if (world.moved.slice(0, 7) > period) return;
  const values = (figures: Figures = []) => figures.map(({ key, value }) => [key, value]);
  for (const [at, phone] of officersOf(world).entries()) {
    const place = communes[at]?.commune ?? '';
    const cases = registerOf(phone).cases(form, row, period, place);
    expect(cases.map(({ person }) => person).sort()).toEqual(counted[at]);
    const { above, rows } = registerOf(phone).report(form, period, place);
    expect(values([...above, ...rows])).toEqual(values([...(told[at]?.above ?? []), ...(told[at]?.rows ?? [])]));
  }
}

/** In the end the communes become one: everybody is in it once, on all phones that hold it all. */
async function mergeAll(world: World, begun: readonly string[]): Promise<void> {
  const { hub, communes, born } = world;
  const phones = phonesOf(world);
  hub.clock.now += 2 * day;
  const date = civilDay(hub.clock.now);
  const places = communes.map(({ code }) => code).join(',');
  const words = ['--places', places, '--into', demoCommune.communeCode, '--name', 'Xã Chung', '--from', date];
  const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
  await obeyUnits(bench, ['merge', ...words, '--data', scratch], () => {});
  for (const _ of phones) for (const phone of phones) await settle(world, phone);
  const one = await hub
    .hub()
    .database.transaction(undefined, (tx) =>
      tx.selectFrom('book').select(['book', 'commune']).executeTakeFirstOrThrow(),
    );
  const all = [...begun, ...born.keys()].sort();
  const period = date.slice(0, 7);
  expect(await peopleOf(world, one.book, period)).toEqual(all);
  for (const phone of officersOf(world))
    expect(
      registerOf(phone)
        .cases(form, row, period, one.commune)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(all);
}

test.each(engines)(
  `villages that come and go, on %s, seed ${seed}`,
  { timeout: Math.max(240_000, steps * 4_000) },
  async (engine) => {
    const hub = await openCommune(engine);
    try {
      const world = await openWorld(hub, makeRandom(seed), engine !== 'PostgreSQL');
      const books = world.communes.map((one) => one.book);
      const peopleIn = async (month: string) =>
        (await Promise.all(books.map((of) => peopleOf(world, of, month)))).flat();
      const [before, begun] = [await peopleIn('2026-10'), await peopleIn('2026-11')];
      for (let step = 0; step < steps; step += 1) await takeStep(world);
      for (const _ of world.seats) for (const phone of phonesOf(world)) await settle(world, phone);
      const [own, theirs] = await Promise.all(books.map((of) => recordsOf(world, of)));
      for (const [id, record] of own ?? []) if (theirs?.has(id)) expect(theirs.get(id)).toEqual(record);
      const months = new Set(['2026-10', '2026-11', '2026-12', civilDay(hub.clock.now).slice(0, 7)]);
      for (const period of months) await comparePeople(world, period === '2026-10' ? before : begun, period);
      await mergeAll(world, begun);
      const { cuts, restores, bits } = world.weather.met();
      console.log(
        `${steps} steps · requests cut ${cuts} · restores ${restores} · bits turned ${bits} · births ${world.born.size} · lost 0 · doubled 0`,
      );
      await world.weather.close();
    } finally {
      await hub.close();
    }
  },
);
