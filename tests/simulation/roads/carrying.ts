import { frameAt, writeFrames } from '../../../src/formats/loop/frames.ts';
import { createGathering } from '../../../src/formats/loop/gathering.ts';
import { sendOutbox } from '../../../src/sync/phone/send.ts';
import { settleVerdicts } from '../../../src/sync/phone/settle.ts';
import { readSound } from '../../../src/sync/phone/sound.ts';
import type { OutboxPort } from '../../../src/sync/ports.ts';
import type { Bytes } from '../../../src/sync/wire/bytes.ts';
import { writeSigned } from '../../../src/sync/wire/certificate.ts';
import { writeRoadFile } from '../../../src/sync/wire/road-file.ts';
import type { RoadApi } from '../../../src/workers/api/road-api.ts';
import { createCarrying } from '../../../src/workers/syncing/carrying/carrying.ts';
import { sha256 } from '../crypto.ts';
import { offerAgain } from '../hub/restore.ts';
import { keysHeld } from '../keys.ts';
import { clockOf, doorsOf, type World } from '../phone/doors.ts';
import { notesOf, type SimulatedPhone } from '../phone/phone.ts';
import type { Schedule } from '../schedule.ts';
import { forge } from './network.ts';

/* Roads without a network: a file that somebody hands in at the hub, and codes from a screen to a camera. */

/** Some of what waits goes by file, in any order; answers come back the same way, or never. */
export async function carryFile(world: World, phone: SimulatedPhone): Promise<void> {
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

/** Two meet in a yard: one's waiting work goes along with the other, or the hub's answers that the other has brought. */
export async function meet(world: World, phone: SimulatedPhone): Promise<void> {
  const { random } = world.schedule;
  const other = random.pick(world.phones.filter((one) => one !== phone));
  const [shows, sees] = random.shuffle([phone, other]);
  if (shows === undefined || sees === undefined || !other.app.isAlive) return;
  if (random.chance(0.1)) return showForged(world, sees);
  const file = random.chance(0.5)
    ? await roadsOf(world, shows).waitingFile()
    : await roadsOf(world, shows).verdictFile();
  const frames = file && writeFrames(file.bytes);
  if (frames === undefined) return;
  world.schedule.count('loop of codes');
  const seen = await watch(world.schedule, sees, frames);
  if (seen !== undefined) await roadsOf(world, sees).openRoadFile({ name: '', bytes: seen });
}

/** A stranger's codes say that everything has arrived. */
async function showForged(world: World, sees: SimulatedPhone): Promise<void> {
  const sound = [...sees.tables.outbox.values()].filter((row) => readSound(row) !== undefined);
  const items = sound.map(({ bytes }) => writeSigned(forge(bytes, sees.device)));
  if (items.length === 0) return;
  world.schedule.count('forged codes');
  const bytes = writeRoadFile({ is: 'verdicts', hub: sees.tables.hub.verdictId, book: 'b1', items }, sha256);
  await roadsOf(world, sees).openRoadFile({ name: '', bytes });
}

/** A camera before a screen: codes are missed, misread, seen twice, and somebody walks away. `undefined`: not whole. */
async function watch(
  schedule: Schedule,
  { app }: SimulatedPhone,
  frames: readonly string[],
): Promise<Bytes | undefined> {
  const gathering = createGathering();
  for (let turn = schedule.random.below(frames.length); turn < frames.length * 4; turn++) {
    await schedule.step(app);
    if (schedule.random.chance(0.03)) return void schedule.count('camera turned away');
    const text = glimpse(schedule, frames[frameAt(turn, frames.length)] ?? '');
    const gathered = text === undefined ? undefined : gathering.take(text);
    if (gathered?.is === 'whole') return gathered.bytes;
  }
  return undefined;
}

/** What a camera makes of one code. */
function glimpse({ random, count }: Schedule, text: string): string | undefined {
  if (random.chance(0.2)) return void count('code missed');
  if (!random.chance(0.1)) return text;
  count('code misread');
  const at = random.below(text.length);
  return `${text.slice(0, at)}${text[at] === '7' ? '1' : '7'}${text.slice(at + 1)}`;
}

/** What the app does on the page "Gửi bằng tệp". */
function roadsOf(world: World, phone: SimulatedPhone): RoadApi {
  const { schedule, plant } = world;
  const process = phone.app;
  const { store, crypto } = doorsOf(world, phone, process);
  const now = clockOf(world, phone);
  const roads = createCarrying({
    session: {
      store: {
        waiting: store.waiting,
        keepVerdict: store.keepVerdict,
        head: store.head,
        heedHub: store.heedHub,
        hubEpoch: store.hubEpoch,
        offerAgain: async (acked) => {
          const before = phone.tables.outbox.size;
          if (offerAgain(phone, acked)) schedule.count('offered again by file');
          return phone.tables.outbox.size - before;
        },
        waitingCount: async () => phone.tables.outbox.size,
        counts: () => ({
          waiting: phone.tables.pending.size,
          since: null,
          mending: phone.tables.refused.size,
          damaged: 0,
        }),
      },
      carried: notesOf(phone.tables.carried, process, schedule),
      proofs: notesOf(phone.tables.proofs, process, schedule),
      record: { device: phone.device, hub: keysHeld(phone, process) },
      crypto,
      activation: { book: 'b1' },
      now,
      useHub: (hub) => {
        phone.opened = { process, hub };
      },
    },
    clear: {
      lease: async () => undefined,
      renewLate: async () => undefined,
      turnHub: async (_device, turn) => {
        phone.tables.hub = turn(phone.tables.hub);
      },
    },
    settle: async () => void (await settleVerdicts(store, crypto, phone.device, now)),
  });
  return plant.roads?.(roads, { phone, process, schedule }) ?? roads;
}
