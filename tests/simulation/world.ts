import { pairsOf } from '../../src/seal/hub-keys.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import { sendOutbox } from '../../src/sync/phone/send.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { signKeyOf } from './crypto.ts';
import { makeHub, restartHub, type SimulatedHub } from './hub/hub.ts';
import { handOver, orderAgain, revoke } from './hub/orders.ts';
import { type Backup, backUp, bringBack, restoreBackup } from './hub/restore.ts';
import { checkEnd, checkPhone } from './invariants.ts';
import { meetHub, rotateKeys } from './keys.ts';
import { doorsOf, type World } from './phone/doors.ts';
import { actOnce } from './phone/people.ts';
import { makePhone, type SimulatedPhone } from './phone/phone.ts';
import { syncOnce } from './phone/syncing.ts';
import { forgetSent, turnBit, turnHead } from './phone/worn-flash.ts';
import type { Plant } from './plant.ts';
import { makeRandom } from './random.ts';
import { carryFile, meet } from './roads/carrying.ts';
import { Crash, makeSchedule, type Schedule } from './schedule.ts';
import { mustHold } from './violation.ts';

/** An officer who writes everywhere, a collaborator of two villages, one of a single village. */
const deviceplaces = { officer: ['v1', 'v2', 'v3'], mai: ['v1', 'v2'], tam: ['v2'] };
const rounds = 12;

/** Lives through one world; throws a Violation where a promise broke. Answers how many faults it met. */
export async function liveWorld(seed: number, plant: Plant = {}): Promise<ReadonlyMap<string, number>> {
  const schedule = makeSchedule(makeRandom(seed));
  const phones = Object.entries(deviceplaces).map(([device, places]) => makePhone(device, places, schedule));
  const hub = makeHub(schedule, phones.map(deviceRow));
  // What a bit has turned in, and a restored hub then loses, is nowhere any more: never both in one world.
  const isWorn = schedule.random.chance(0.3);
  const world: World = { schedule, hub, phones, overheard: [], plant, isWorn };
  hub.ports = plant.hub?.(hub.ports, hub) ?? hub.ports;
  await schedule.run([
    ...phones.flatMap((phone) => [() => appLife(world, phone), () => workerLife(world, phone)]),
    () => hubLife(world),
  ]);
  schedule.heal();
  restart(world);
  if (hub.epoch > 1) orderAgain(hub, phones);
  // What one phone sends last, the others hear in the round behind it.
  for (let round = 0, calm = 0; round < 40 && (round < 3 || calm < 2); round++) {
    // As behind anybody's next upload: a hub that died behind the last one brought nothing back.
    bringBack(hub);
    await schedule.run(phones.map((phone) => () => syncOnce(world, phone)));
    calm = isQuiet(phones) ? calm + 1 : 0;
  }
  checkEnd(hub, phones, schedule.random);
  return schedule.faults();
}

function deviceRow({ device, user, places }: SimulatedPhone): DeviceRow {
  const start = { epoch: 1, status: 'active', acked: 0, chain: firstChain, lastStamp: [0, 0] } as const;
  return { id: device, book: 'b1', user, role: 'officer', places, signKey: signKeyOf(device), ...start };
}

function isQuiet(phones: readonly SimulatedPhone[]): boolean {
  return phones.every(({ tables }) => tables.outbox.size + tables.verdicts.size + tables.pending.size === 0);
}

/** Opened, used, killed, opened again. */
async function appLife(world: World, phone: SimulatedPhone): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await untilCrash(() => useApp(world, phone));
    checkPhone(world.hub, phone);
    if (!phone.app.isAlive) phone.app = world.schedule.start(`${phone.device} app`);
  }
}

async function useApp(world: World, phone: SimulatedPhone): Promise<void> {
  const { chance } = world.schedule.random;
  if (chance(0.1)) jumpClock(phone, world.schedule);
  if (world.isWorn && chance(0.2)) turnBit(phone, world.schedule);
  if (world.isWorn && chance(0.2)) turnHead(phone, world.schedule);
  if (world.isWorn && chance(0.05)) forgetSent(phone, world.schedule);
  if (chance(0.7)) await act(world, phone);
  if (chance(0.15)) await Promise.all([act(world, phone), act(world, phone)]);
  if (chance(0.3)) await syncOnce(world, phone);
  if (chance(0.3)) await Promise.all([syncOnce(world, phone), actOften(world, phone)]);
  if (chance(0.1)) await carryFile(world, phone);
  if (chance(0.1)) await meet(world, phone);
}

/** The service worker sends at its own times, also while the app is locked or in the middle of a save. */
async function workerLife(world: World, phone: SimulatedPhone): Promise<void> {
  const { schedule } = world;
  for (let round = 0; round < rounds; round++) {
    await untilCrash(async () => {
      for (let wait = schedule.random.below(30); wait > 0; wait--) await schedule.step(phone.worker);
      const { store, road, crypto } = doorsOf(world, phone, phone.worker);
      const options = { device: phone.device, now: schedule.now, maxRequests: 4 };
      const { contact } = await sendOutbox(store, road, crypto, options);
      meetHub(world.plant, phone, phone.worker, contact);
    });
    if (!phone.worker.isAlive) phone.worker = schedule.start(`${phone.device} worker`);
  }
}

async function hubLife({ hub, schedule, plant, isWorn }: World): Promise<void> {
  const { chance } = schedule.random;
  // Machines seldom break for good: most worlds never see it, and there nothing may rest on what phones have kept.
  let backup = !isWorn && chance(0.5) ? backUp(hub) : undefined;
  for (let round = 0; round < rounds * 20; round++) {
    await untilCrash(() => schedule.step(hub.process));
    if (chance(0.01)) reassign(hub, schedule);
    if (chance(0.006)) backup = rotateSafely(hub, backup, schedule);
    backup = backup === undefined ? revokeOne(hub, schedule) : minded(hub, backup, schedule);
    if (hub.process.isAlive) continue;
    restartHub(hub, (ports) => plant.hub?.(ports, hub) ?? ports);
  }
}

/** A backup that is taken anew now and then, or put back. */
function minded(hub: SimulatedHub, backup: Backup, { random: { chance } }: Schedule): Backup {
  const stands = chance(0.02) ? backUp(hub) : backup;
  if (chance(0.008)) restoreBackup(hub, stands);
  return stands;
}

/** Who is revoked brings nothing back: that is no story of a hub with backups. */
function revokeOne(hub: SimulatedHub, { random }: Schedule): undefined {
  if (random.chance(0.002)) revoke(hub, random.pick(['officer', 'mai', 'tam']));
}

/**
 * Whoever keeps backups takes one between two rotations, and has a journal, which rests on every key of its time.
 * Answers the backup that stands.
 */
function rotateSafely(hub: SimulatedHub, backup: Backup | undefined, { random }: Schedule): Backup | undefined {
  const { id } = hub.keys.next.seal;
  const isIn = backup === undefined || pairsOf(backup.keys).some(({ seal }) => seal.id === id);
  const stands = isIn ? backup : backUp(hub);
  rotateKeys(hub, backup === undefined && random.chance(0.5));
  return stands;
}

/** A village goes over, or comes back, while both phones are wherever they are. */
function reassign(hub: SimulatedHub, { random }: Schedule): void {
  const [from = '', to = ''] = random.shuffle(['mai', 'tam']);
  handOver(hub, from, to, random.pick(['v1', 'v2']));
}

function jumpClock(phone: SimulatedPhone, schedule: Schedule): void {
  const years = 365.25 * 86_400_000;
  const { random } = schedule;
  const before = phone.clockOffset;
  phone.clockOffset = random.pick([0, 0, 2 * 86_400_000, -2 * 86_400_000, 10 * years, -10 * years]);
  if (phone.clockOffset !== before) schedule.count('clock');
}

async function act(world: World, phone: SimulatedPhone): Promise<void> {
  const { store, crypto, keyId } = doorsOf(world, phone, phone.app);
  await actOnce(phone, store, crypto, keyId, world.schedule);
}

/** Writes on while a sync is under way. */
async function actOften(world: World, phone: SimulatedPhone): Promise<void> {
  for (let acts = world.schedule.random.below(6); acts > 0; acts--) await act(world, phone);
}

function restart({ hub, phones, schedule, plant }: World): void {
  for (const phone of phones) {
    Object.assign(phone, { app: schedule.start('app'), worker: schedule.start('worker'), clockOffset: 0 });
    phone.syncLock = undefined;
  }
  restartHub(hub, (ports) => plant.hub?.(ports, hub) ?? ports);
  mustHold(hub.process.isAlive, 'the hub starts');
}

async function untilCrash(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}
