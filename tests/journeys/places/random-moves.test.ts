import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { readState } from '../../../server/figures/state-codec.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { engines } from '../../server/engines.ts';
import { makeRandom, type Random } from '../../simulation/random.ts';
import { book, commune, type JourneyHub, openCommune } from '../commune.ts';
import { type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';
import { type Neighbour, openNeighbour } from './neighbour.ts';

/*
 * Weeks at random in which villages go from commune to commune and back, while phones of both are away: births, edits,
 * households that move house, acts taken back, phones killed, the hub started anew. In the end everybody is in the
 * figures of one commune, once; what both books have is the same in both; and each officer's phone says what the hub says; then the communes become one, and so does all that.
 */

const form = '01-DSX';
const row = 'pop_end';
const day = 86_400_000;
/** MOVE_STEPS=2000 makes it long. */
const steps = Number(process.env.MOVE_STEPS ?? 50);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-moves-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

interface World {
  readonly random: Random;
  readonly hub: JourneyHub;
  readonly communes: readonly Pick<Neighbour, 'code' | 'book' | 'commune'>[];
  readonly officers: readonly JourneyPhone[];
  readonly phones: readonly JourneyPhone[];
  /** Births that stand, by the child. */
  readonly born: Map<string, { readonly phone: JourneyPhone; readonly fact: string; readonly date: string }>;
  /** Day of the last move of a village. */
  moved: string;
}

const registerOf = (phone: JourneyPhone) => phone.work().session.register;

/** Households on a phone, in which somebody can give birth. */
function fertile(phone: JourneyPhone): readonly string[] {
  const register = registerOf(phone);
  return [...register.folk.book.ids('household')].filter(
    (id) => (register.formContext('birth', id).choices.mother ?? []).length > 0,
  );
}

async function bear({ random, hub, born }: World, phone: JourneyPhone): Promise<void> {
  const homes = fertile(phone);
  if (homes.length === 0) return;
  const date = civilDay(hub.clock.now - random.pick([0, 1, 5, 20]) * day);
  const sex = random.pick(['male', 'female']);
  const { child, birth } = await recordBirth(phone, random.pick(homes), { date, sex });
  born.set(child, { phone, fact: birth, date });
}

async function edit({ random }: World, phone: JourneyPhone): Promise<void> {
  const [kind, field, value] = random.pick([
    ['household', 'phone', `0987${100_000 + random.below(900_000)}`],
    ['person', 'fullName', `Nguyễn Thị ${random.pick(['An', 'Bình', 'Chi'])}`],
  ]);
  const known = [...registerOf(phone).folk.book.ids(kind ?? '')];
  if (known.length > 0) await phone.edit(random.pick(known), field ?? '', value ?? '');
}

async function moveHome({ random, hub }: World, phone: JourneyPhone): Promise<void> {
  const register = registerOf(phone);
  const here = [...new Set([...register.folk.book.all('household')].map(({ place }) => place))];
  const homes = [...register.folk.book.ids('household')];
  if (here.length < 2 || homes.length === 0) return;
  const [household, village] = [random.pick(homes), random.pick(here)];
  if (register.folk.book.get(household)?.place === village) return;
  const date = civilDay(hub.clock.now - random.below(3) * day);
  const { drafts } = planFor(register, { is: 'move', household, village, date, number: null });
  if (drafts.length > 0) await phone.work().save(drafts);
}

async function takeBack({ random, born }: World): Promise<void> {
  if (born.size === 0) return;
  const [child, birth] = random.pick([...born]);
  const { session, takeBack: back } = birth.phone.work();
  if (session.register.get(birth.fact) === undefined) return;
  const taken = await back([birth.fact], 'Ghi nhầm');
  if (taken.ok) born.delete(child);
}

/** Codes of a commune's villages that stand. */
async function standing({ hub }: World, code: string): Promise<readonly string[]> {
  const rows = await hub
    .hub()
    .database.transaction(undefined, (tx) =>
      tx
        .selectFrom('unit')
        .innerJoin('unit as commune', 'commune.id', 'unit.parent')
        .select('unit.code')
        .where('commune.code', '=', code)
        .where('unit.level', '=', 'village')
        .where('unit.valid_to', 'is', null)
        .orderBy('unit.code')
        .execute(),
    );
  return rows.map((row) => row.code);
}

/** A village goes to the other commune, or into another village of its own. */
async function changeVillage(world: World): Promise<void> {
  const { random, hub, communes } = world;
  hub.clock.now += 2 * day;
  const [from, into] = random.shuffle(communes);
  const [village, other] = random.shuffle(await standing(world, from?.code ?? ''));
  // The last one stays.
  if (from === undefined || into === undefined || village === undefined || other === undefined) return;
  world.moved = civilDay(hub.clock.now);
  const there = random.chance(0.75)
    ? ['move', '--into', into.code, '--from', world.moved, '--unclosed']
    : ['join', '--into', other, '--date', world.moved];
  const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
  await obeyUnits(bench, [...there, '--place', from.code, '--village', village, '--data', scratch], () => {});
}

/** What was written of a household that had left her village by its own move comes back to its author; nothing else does. */
async function settle({ hub }: World, phone: JourneyPhone): Promise<void> {
  expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: hub.clock.now });
  const back = await phone.work().session.store.sentBack();
  expect(back.flatMap(({ result }) => (result.is === 'refused' && result.code === 'place' ? [] : [result]))).toEqual(
    [],
  );
}

async function takeStep(world: World): Promise<void> {
  const { random, hub, phones } = world;
  const phone = random.pick(phones);
  const at = random.next();
  hub.clock.now += random.below(12) * 3_600_000;
  if (at < 0.28) await bear(world, phone);
  else if (at < 0.4) await edit(world, phone);
  else if (at < 0.5) await moveHome(world, phone);
  else if (at < 0.55) await takeBack(world);
  else if (at < 0.58) await phone.reopen();
  else if (at < 0.61) await hub.restart();
  else if (at < 0.69) await changeVillage(world);
  else {
    expect(await phone.sync()).toMatchObject({ is: 'done' });
    if (random.chance(0.5)) await hub.figures().settle();
  }
}

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

async function openWorld(hub: JourneyHub): Promise<World> {
  const beside = await openNeighbour(hub);
  const officers = [await openPhone(hub, await hub.officerCode()), await openPhone(hub, await beside.officerCode())];
  const collaborators = [
    await openPhone(hub, await hub.collaboratorCode('003')),
    await openPhone(hub, await beside.collaboratorCode('001')),
  ];
  const phones = [...officers, ...collaborators];
  await syncUntilAgreed(hub, phones);
  const communes = [{ code: demoCommune.communeCode, book, commune }, beside];
  return { random: makeRandom(seed), hub, communes, officers, phones, born: new Map(), moved: '' };
}

type Figures = readonly { readonly key: string; readonly value: number | null }[];

/** Everybody of both communes and every birth, each once; and each commune's numbers as its officer's phone has them, where it can count that period. */
async function comparePeople(world: World, begun: readonly string[], period: string): Promise<void> {
  const { hub, communes, officers } = world;
  const born = [...world.born].filter(([, { date }]) => date.slice(0, 7) <= period);
  const counted = await Promise.all(communes.map((one) => peopleOf(world, one.book, period)));
  expect(counted.flat().sort()).toEqual([...begun, ...born.map(([child]) => child)].sort());
  const told = await Promise.all(communes.map((one) => hub.figures().report(one.book, form, period)));
  const births = told.map((table) => table?.rows.find(({ key }) => key === 'births')?.value ?? 0);
  expect(births.reduce((sum, one) => sum + one)).toBe(born.filter(([, { date }]) => date.startsWith(period)).length);
  if (world.moved.slice(0, 7) > period) return;
  const values = (figures: Figures = []) => figures.map(({ key, value }) => [key, value]);
  for (const [at, phone] of officers.entries()) {
    const place = communes[at]?.commune ?? '';
    const cases = registerOf(phone).cases(form, row, period, place);
    expect(cases.map(({ person }) => person).sort()).toEqual(counted[at]);
    const { above, rows } = registerOf(phone).report(form, period, place);
    expect(values([...above, ...rows])).toEqual(values([...(told[at]?.above ?? []), ...(told[at]?.rows ?? [])]));
  }
}

/** In the end the communes become one: everybody is in it once, on all phones that hold it all. */
async function mergeAll(world: World, begun: readonly string[]): Promise<void> {
  const { hub, communes, officers, phones, born } = world;
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
  for (const phone of officers)
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
      const world = await openWorld(hub);
      const books = world.communes.map((one) => one.book);
      const begun = (await Promise.all(books.map((of) => peopleOf(world, of, '2026-11')))).flat();
      for (let step = 0; step < steps; step += 1) await takeStep(world);
      for (const _ of world.phones) for (const phone of world.phones) await settle(world, phone);
      const [own, theirs] = await Promise.all(books.map((of) => recordsOf(world, of)));
      for (const [id, record] of own ?? []) if (theirs?.has(id)) expect(theirs.get(id)).toEqual(record);
      const months = new Set(['2026-11', civilDay(hub.clock.now).slice(0, 7)]);
      for (const period of months) await comparePeople(world, begun, period);
      await mergeAll(world, begun);
    } finally {
      await hub.close();
    }
  },
);
