import { expect } from 'vitest';
import { obeyUnits } from '../../../../server/command-line/units/obey-units.ts';
import { readState } from '../../../../server/figures/state-codec.ts';
import { unitsBench } from '../../../../server/sync/units/units-routes.ts';
import { civilDay } from '../../../../src/domain/calendar/civil-date.ts';
import { planFor } from '../../../../src/register/acts/plan-for.ts';
import { isAlive } from '../../../../src/sync/records/merge.ts';
import type { Random } from '../../../simulation/random.ts';
import type { JourneyHub } from '../../commune.ts';
import { type JourneyPhone, openPhone, recordBirth } from '../../phone.ts';
import type { Neighbour } from '../neighbour.ts';
import { revokePhone, type Weather } from './weather.ts';

/* What people and the level above do in drawn weeks. */

const day = 86_400_000;

/** A phone that somebody works with; when it is lost, she gets another. */
export interface Seat {
  readonly role: 'officer' | 'collaborator';
  /** Which of the communes. */
  readonly at: number;
  readonly phone: JourneyPhone;
}

interface Birth {
  readonly phone: JourneyPhone;
  readonly fact: string;
  readonly date: string;
}

export interface World {
  readonly random: Random;
  readonly hub: JourneyHub;
  readonly communes: readonly Omit<Neighbour, 'villages'>[];
  /** Orders about villages that no backup has, as the command line was given them. */
  readonly ordered: string[][];
  /** Folder of the command line. */
  readonly scratch: string;
  readonly weather: Weather;
  /** Who works: of each commune its officer first. */
  readonly seats: Seat[];
  /** Births that were ever written, by the child; and those of them that stand. */
  readonly written: Map<string, Birth>;
  readonly born: Map<string, Birth>;
  /** Day of the last move of a village. */
  moved: string;
}

export const registerOf = (phone: JourneyPhone) => phone.work().session.register;

/** Households on a phone, in which somebody can give birth. */
function fertile(phone: JourneyPhone): readonly string[] {
  const register = registerOf(phone);
  return [...register.folk.book.ids('household')].filter(
    (id) => (register.formContext('birth', id).choices.mother ?? []).length > 0,
  );
}

export function phonesOf({ seats }: World): readonly JourneyPhone[] {
  return seats.map(({ phone }) => phone);
}

async function bear({ random, hub, born, written }: World, phone: JourneyPhone): Promise<void> {
  const homes = fertile(phone);
  if (homes.length === 0) return;
  const date = civilDay(hub.clock.now - random.pick([0, 1, 5, 20]) * day);
  const sex = random.pick(['male', 'female']);
  const saved = await recordBirth(phone, random.pick(homes), { date, sex }).catch((fault: Error) => fault.message);
  if (typeof saved === 'string') {
    // A line that broke while her villages changed: the form says so in words, and the next sync ends it.
    expect(saved).toBe('not saved: unacceptable');
    expect(await phone.sync()).toMatchObject({ is: 'done' });
    return;
  }
  const { child, birth } = saved;
  const made = { phone, fact: birth, date };
  born.set(child, made);
  written.set(child, made);
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

/** Somebody goes to live with another household. */
async function joinHome({ random, hub }: World, phone: JourneyPhone): Promise<void> {
  const { folk } = registerOf(phone);
  const homes = [...folk.book.ids('household')].filter((id) => folk.members(id).length > 1);
  if (homes.length < 2) return;
  const [home, toHousehold] = random.shuffle(homes);
  const person = folk.members(home ?? '').slice(-1);
  const date = civilDay(hub.clock.now - random.below(3) * day);
  const answers = { person: person.map(({ id }) => id), date, toHousehold: toHousehold ?? '', relation: 'other' };
  // Where the form asks or stops, nobody moves.
  await phone.work().record('move_internal', home ?? '', answers, []);
}

async function takeBack(world: World): Promise<void> {
  const { random, born } = world;
  const phones = phonesOf(world);
  const own = [...born].filter(([, { phone }]) => phones.includes(phone));
  if (own.length === 0) return;
  const [child, birth] = random.pick(own);
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

async function order({ hub, scratch }: World, words: readonly string[]): Promise<void> {
  const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
  await obeyUnits(bench, [...words, '--data', scratch], () => {});
}

async function backUp({ weather, ordered }: World): Promise<void> {
  await weather.backUp();
  ordered.length = 0;
}

/** What the machine has lost of orders is given anew, in their order. */
async function restore(world: World): Promise<void> {
  if (!(await world.weather.restore())) return;
  for (const words of world.ordered) await order(world, words);
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
  const words = [...there, '--place', from.code, '--village', village];
  world.ordered.push(words);
  await order(world, words);
  // Mostly a backup is taken behind it; else a hub that has lost it is told anew.
  if (random.chance(0.5)) await backUp(world);
}

/** A fact as some book has it. */
async function stands({ hub, communes }: World, fact: string): Promise<boolean> {
  for (const { book } of communes) {
    const rows = await hub
      .hub()
      .database.transaction(await hub.hub().wholeBook(book), (tx) =>
        tx.selectFrom('record').select('state').where('book', '=', book).where('id', '=', fact).execute(),
      );
    if (rows.some(({ state }) => isAlive(readState(state)))) return true;
  }
  return false;
}

/** She loses her phone, and gets another: what the hub had not of it does not count. */
async function losePhone(world: World): Promise<void> {
  const { random, hub, seats, communes, born, written } = world;
  const seat = random.pick(seats);
  const { code = '', officerCode, collaboratorCode } = communes[seat.at] ?? never();
  await revokePhone(hub, seat.phone);
  if (random.chance(0.5)) expect(await seat.phone.sync()).toMatchObject({ is: 'failed', why: 'revoked' });
  for (const [child, birth] of written) {
    if (birth.phone !== seat.phone) continue;
    if (await stands(world, birth.fact)) born.set(child, birth);
    else born.delete(child);
  }
  const village = random.pick(await standing(world, code));
  const phone = await openPhone(
    world.weather.hub,
    seat.role === 'officer' ? await officerCode() : await collaboratorCode(village),
  );
  // Also while its first load is under way.
  if (random.chance(0.5)) await world.weather.cutSync(phone);
  expect(await phone.sync()).toMatchObject({ is: 'done' });
  seats[seats.indexOf(seat)] = { ...seat, phone };
  // Whoever is revoked brings nothing back, and nobody revokes twice: what a restored hub lost of her would be lost.
  await backUp(world);
}

function never(): never {
  throw new Error('there is one');
}

/** What was written of a household that had left her village by its own move comes back to its author; nothing else does. */
export async function settle({ hub }: World, phone: JourneyPhone): Promise<void> {
  expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: hub.clock.now });
  const back = await phone.work().session.store.sentBack();
  expect(back.flatMap(({ result }) => (result.is === 'refused' && result.code === 'place' ? [] : [result]))).toEqual(
    [],
  );
}

type Step = (world: World, phone: JourneyPhone) => Promise<unknown>;

/** What may come next, and how much of the time. */
const steps: readonly (readonly [share: number, step: Step])[] = [
  [0.28, bear],
  [0.12, edit],
  [0.07, moveHome],
  [0.03, joinHome],
  [0.05, takeBack],
  [0.01, (_, phone) => phone.reopen()],
  [0.015, ({ weather }, phone) => weather.wear(phone)],
  [0.015, ({ hub }) => hub.restart()],
  [0.02, backUp],
  [0.04, restore],
  [0.01, losePhone],
  [0.08, changeVillage],
  [0.11, ({ weather }, phone) => weather.cutSync(phone)],
  [0.15, syncHer],
];

async function syncHer({ random, hub }: World, phone: JourneyPhone): Promise<void> {
  expect(await phone.sync()).toMatchObject({ is: 'done' });
  if (random.chance(0.5)) await hub.figures().settle();
}

export async function takeStep(world: World): Promise<void> {
  const { random, hub } = world;
  const phone = random.pick(phonesOf(world));
  let left = random.next();
  hub.clock.now += random.below(12) * 3_600_000;
  for (const [share, step] of steps) {
    left -= share;
    if (left < 0) return void (await step(world, phone));
  }
  await syncHer(world, phone);
}
