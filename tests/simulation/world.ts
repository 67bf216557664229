import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import { pullChanges, receiveRows } from '../../src/sync/phone/pull.ts';
import { sendOutbox } from '../../src/sync/phone/send.ts';
import { settleVerdicts } from '../../src/sync/phone/settle.ts';
import type { DeviceCrypto, HubPort, OutboxPort, PhoneStore } from '../../src/sync/ports.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { fakeDeviceCrypto, signKeyOf } from './crypto.ts';
import { handOver, makeHub, restartHub, type SimulatedHub } from './hub.ts';
import { checkEnd, checkPhone, guarded } from './invariants.ts';
import { makeRoad, type Overheard } from './network.ts';
import { actOnce } from './people.ts';
import { makePhone, type SimulatedPhone, storeOf } from './phone.ts';
import type { Plant } from './plant.ts';
import { makeRandom } from './random.ts';
import { backUp, offerAgain, restoreBackup } from './restore.ts';
import { Crash, makeSchedule, type Process, type Schedule } from './schedule.ts';
import { mustHold } from './violation.ts';

interface World {
  readonly schedule: Schedule;
  readonly hub: SimulatedHub;
  readonly phones: readonly SimulatedPhone[];
  readonly overheard: Overheard;
  readonly plant: Plant;
}

interface Doors {
  readonly store: PhoneStore;
  readonly crypto: DeviceCrypto;
  readonly road: HubPort;
}

/** An officer who writes everywhere, a collaborator of two villages, one of a single village. */
const deviceplaces = { officer: ['v1', 'v2', 'v3'], mai: ['v1', 'v2'], tam: ['v2'] };
const rounds = 12;

/** Lives through one world; throws a Violation where a promise broke. Answers how many faults it met. */
export async function liveWorld(seed: number, plant: Plant = {}): Promise<ReadonlyMap<string, number>> {
  const schedule = makeSchedule(makeRandom(seed));
  const phones = Object.entries(deviceplaces).map(([device, places]) => makePhone(device, places, schedule));
  const hub = makeHub(schedule, phones.map(deviceRow));
  const world: World = { schedule, hub, phones, overheard: [], plant };
  hub.ports = plant.hub?.(hub.ports, hub) ?? hub.ports;
  await schedule.run([
    ...phones.flatMap((phone) => [() => appLife(world, phone), () => workerLife(world, phone)]),
    () => hubLife(world),
  ]);
  schedule.heal();
  restart(world);
  for (let round = 0; round < 40 && !(round > 2 && isQuiet(phones)); round++) {
    await schedule.run(phones.map((phone) => () => syncOnce(world, phone)));
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
  if (chance(0.7)) await act(world, phone);
  if (chance(0.15)) await Promise.all([act(world, phone), act(world, phone)]);
  if (chance(0.3)) await syncOnce(world, phone);
  if (chance(0.3)) await Promise.all([syncOnce(world, phone), actOften(world, phone)]);
  if (chance(0.1)) await carryFile(world, phone);
}

/** The service worker sends at its own times, also while the app is locked or in the middle of a save. */
async function workerLife(world: World, phone: SimulatedPhone): Promise<void> {
  const { schedule } = world;
  for (let round = 0; round < rounds; round++) {
    await untilCrash(async () => {
      for (let wait = schedule.random.below(30); wait > 0; wait--) await schedule.step(phone.worker);
      const { store, road, crypto } = doorsOf(world, phone, phone.worker);
      await sendOutbox(store, road, crypto, { device: phone.device, now: schedule.now, maxRequests: 4 });
    });
    if (!phone.worker.isAlive) phone.worker = schedule.start(`${phone.device} worker`);
  }
}

async function hubLife({ hub, schedule, plant }: World): Promise<void> {
  const { chance } = schedule.random;
  // Machines seldom break for good: most worlds never see it, and there nothing may rest on what phones have kept.
  let backup = chance(0.4) ? backUp(hub) : undefined;
  for (let round = 0; round < rounds * 20; round++) {
    await untilCrash(() => schedule.step(hub.process));
    if (chance(0.01)) reassign(hub, schedule);
    if (backup !== undefined && chance(0.02)) backup = backUp(hub);
    if (backup !== undefined && chance(0.008)) restoreBackup(hub, backup);
    if (hub.process.isAlive) continue;
    restartHub(hub, (ports) => plant.hub?.(ports, hub) ?? ports);
  }
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
  const { store, crypto } = doorsOf(world, phone, phone.app);
  await actOnce(phone, store, crypto, world.schedule);
}

/** Writes on while a sync is under way. */
async function actOften(world: World, phone: SimulatedPhone): Promise<void> {
  for (let acts = world.schedule.random.below(6); acts > 0; acts--) await act(world, phone);
}

/** Push, then settle, then pull: one at a time. */
async function syncOnce(world: World, phone: SimulatedPhone): Promise<void> {
  if (phone.syncLock?.isAlive) return;
  const process = phone.app;
  phone.syncLock = process;
  try {
    if (await sendAndPull(world, phone, process)) await sendAndPull(world, phone, process);
  } finally {
    if (phone.syncLock === process) phone.syncLock = undefined;
  }
}

/** @returns whether it is to be done once more, for a hub that had lost what it had answered */
async function sendAndPull(world: World, phone: SimulatedPhone, process: Process): Promise<boolean> {
  const { store, road, crypto } = doorsOf(world, phone, process);
  const { schedule } = world;
  const now = () => Math.max(0, schedule.now() + phone.clockOffset);
  const maxRequests = 4;
  await sendOutbox(store, road, crypto, { device: phone.device, now: schedule.now, maxRequests });
  await settleVerdicts(store, crypto, phone.device, now);
  const pulled = await pullChanges(store, road, { now });
  if (!pulled.ok) return false;
  await followScope(world, phone, store, road, { epoch: pulled.value.epoch, now });
  return offerAgain(phone, world.hub.tables.devices.get(phone.device)?.acked ?? 0);
}

/** As the open app does: what is no longer hers leaves, what is new to her is loaded with all the rest. */
async function followScope(
  { hub }: World,
  phone: SimulatedPhone,
  store: PhoneStore,
  road: HubPort,
  { epoch, now }: { readonly epoch: number; readonly now: () => number },
): Promise<void> {
  const row = hub.tables.devices.get(phone.device);
  const scope = epoch > phone.epoch ? row : undefined;
  const places = scope?.places ?? phone.places;
  const gone = [...phone.tables.confirmed.values()].filter(({ place }) => !places.includes(String(place.value)));
  const [cursor, hubEpoch] = [await store.cursor(), (await store.hubEpoch()) ?? 1];
  const rows = gone.map(({ kind: k, id }) => ({ k, id, gone: true as const }));
  if (cursor > 0 && rows.length > 0) await receiveRows(store, rows, { after: cursor, cursor, hubEpoch }, now);
  if (scope === undefined) return;
  // A village may have gone and come back between two syncs: the app finds by its digests what it missed.
  const hasMore = scope.epoch > phone.epoch + 1 || scope.places.some((place) => !phone.places.includes(place));
  const anew = hasMore ? await pullChanges({ ...store, cursor: async () => 0 }, road, { now }) : undefined;
  if (anew?.ok !== false) Object.assign(phone, { places: scope.places, epoch: scope.epoch });
}

/** Some of what waits goes by file, in any order; answers come back the same way, or never. */
async function carryFile(world: World, phone: SimulatedPhone): Promise<void> {
  const { random } = world.schedule;
  const { store, road, crypto } = doorsOf(world, phone, phone.app);
  const inFile = (await store.waiting()).filter(() => random.chance(0.5));
  const file: OutboxPort = {
    waiting: async () => {
      const left = new Set((await store.waiting()).map(({ id }) => id));
      return inFile.filter(({ id }) => left.has(id));
    },
    keepVerdict: store.keepVerdict,
  };
  await sendOutbox(file, road, crypto, { device: phone.device, now: world.schedule.now, maxRequests: 2 });
}

function doorsOf({ hub, schedule, overheard, plant }: World, phone: SimulatedPhone, process: Process): Doors {
  const spot = { phone, process, schedule };
  const crypto = fakeDeviceCrypto(phone.device, process, schedule);
  const store = storeOf(phone, process, schedule);
  const road = makeRoad(hub, phone, process, schedule, overheard);
  return {
    store: guarded(plant.store?.(store, spot) ?? store, hub, phone),
    crypto: plant.crypto?.(crypto) ?? crypto,
    road: plant.road?.(road, spot) ?? road,
  };
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
