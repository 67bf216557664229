import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import { acceptEnvelope, joinUpload, signContact, splitUpload } from '../../../src/sync/hub/accept.ts';
import type { HubPort, NetworkFailure } from '../../../src/sync/ports.ts';
import { readChanges } from '../../../src/sync/records/row.ts';
import type { SignedVerdict } from '../../../src/sync/verdict.ts';
import type { Bytes } from '../../../src/sync/wire/bytes.ts';
import { fromUtf8 } from '../../../src/sync/wire/bytes.ts';
import type { Changes } from '../../../src/sync/wire/changes.ts';
import { parseEnvelope } from '../../../src/sync/wire/envelope-bytes.ts';
import { lineHash } from '../../../src/sync/wire/line.ts';
import { sha256, signVerdict } from '../crypto.ts';
import { readChangesOf, type SimulatedHub } from '../hub/hub.ts';
import { bringBack } from '../hub/restore.ts';
import type { World } from '../phone/doors.ts';
import type { SimulatedPhone } from '../phone/phone.ts';
import { Crash, type Process, type Schedule } from '../schedule.ts';

type Answer = Outcome<readonly SignedVerdict[], NetworkFailure>;

/** Verdicts that were ever signed: what an eavesdropper could play again. */
export type Overheard = SignedVerdict[];

const offline = bad({ why: 'offline' } as const);
const portal = bad({ why: 'answer', status: 200 } as const);

/** A way to the hub on which everything happens that happens on a mountain road. */
export function makeRoad(
  { hub, schedule, overheard }: Pick<World, 'hub' | 'schedule' | 'overheard'>,
  phone: SimulatedPhone,
  process: Process,
  keyId: string,
): HubPort {
  const { random } = schedule;
  const deliver = (envelopes: readonly Bytes[]) => handle(hub, envelopes, overheard);
  const road: Record<string, (envelopes: readonly Bytes[]) => Promise<Answer>> = {
    lost: async () => offline,
    late: async (envelopes) => {
      schedule.spawn(async () => {
        await pause(schedule, schedule.start('road'), random.below(60));
        await deliver(envelopes);
      });
      return offline;
    },
    answerLost: async (envelopes) => {
      await deliver(envelopes);
      return offline;
    },
    twice: async (envelopes) => {
      schedule.spawn(async () => void (await deliver(envelopes)));
      return deliver(envelopes);
    },
    reordered: (envelopes) => deliver(random.shuffle(envelopes)),
    cut: async (envelopes) => {
      await deliver(envelopes.slice(0, random.below(envelopes.length)));
      return offline;
    },
    portal: async () => portal,
    busy: async () => bad({ why: 'busy', retryAfterSeconds: 1 }),
    tooLarge: async () => bad({ why: 'too_large' }),
    damaged: (envelopes) => deliver(envelopes.map((envelope) => damage(envelope, random.below(envelope.length)))),
    forged: async (envelopes) => good(envelopes.map((envelope) => forge(envelope, phone.device))),
    replayed: async () => good(overheard.length === 0 ? [] : [random.pick(overheard), random.pick(overheard)]),
  };
  const kinds = Object.keys(road);
  const faultOf = () => (!schedule.isHealed() && random.chance(0.4) ? random.pick(kinds) : undefined);
  return {
    async upload(envelopes) {
      await schedule.step(process);
      const body = splitUpload(joinUpload(envelopes));
      const sent = body.ok ? body.value : [];
      const fault = faultOf();
      if (fault !== undefined && isFelt(fault, sent.length, hub.process.isAlive)) schedule.count(fault);
      const answer = await (fault === undefined ? deliver : (road[fault] ?? deliver))(sent);
      await schedule.step(process);
      return answer;
    },
    async changes(after) {
      await schedule.step(process);
      const fault = faultOfPull(hub);
      if (fault === 'portal') return portal;
      const changes = fault === 'lost' ? undefined : await readWithContact(hub, phone.device, after, keyId);
      // An answer that was long on its way: the hub has gone on meanwhile.
      if (changes !== undefined) await pause(schedule, process, fault === 'old' ? 2 + random.below(40) : 1);
      return changes === undefined ? offline : readBack(changes);
    },
  };
}

function faultOfPull({ schedule, process }: SimulatedHub): 'lost' | 'portal' | 'old' | undefined {
  const { random } = schedule;
  if (schedule.isHealed() || !random.chance(0.3)) return undefined;
  const fault = random.pick(['lost', 'portal', 'old'] as const);
  if (isFelt(fault, 0, process.isAlive)) schedule.count(`changes ${fault}`);
  return fault;
}

function readBack(changes: Changes): Outcome<Changes, NetworkFailure> {
  const read = readChanges(JSON.parse(JSON.stringify(changes)));
  return read.ok ? read : portal;
}

/** Behind the last page the hub's signed word to this device; `undefined` where it dies over it. */
async function readWithContact(
  hub: SimulatedHub,
  id: string,
  after: number,
  keyId: string,
): Promise<Changes | undefined> {
  const { ports, process, schedule, tables } = hub;
  if (!process.isAlive) return undefined;
  const changes = readChangesOf(hub, id, after);
  const device = tables.devices.get(id);
  if (changes.more || device === undefined) return changes;
  try {
    return { ...changes, contact: await signContact(ports, device, schedule.now(), keyId) };
  } catch (error) {
    if (error instanceof Crash) return undefined;
    throw error;
  }
}

/** What befalls a delivery to a hub that is down, or a single envelope's order, is no fault: nobody would notice. */
function isFelt(fault: string, envelopes: number, isHubAlive: boolean): boolean {
  if (fault === 'reordered') return isHubAlive && envelopes > 1;
  return isHubAlive || !['late', 'answerLost', 'twice', 'cut', 'damaged', 'old'].includes(fault);
}

async function pause(schedule: Schedule, process: Process, steps: number): Promise<void> {
  for (let wait = steps; wait > 0; wait--) await schedule.step(process);
}

/** The hub answers each envelope in turn; when it dies the connection is cut. */
async function handle(hub: SimulatedHub, envelopes: readonly Bytes[], overheard: Overheard): Promise<Answer> {
  const { process, ports, schedule } = hub;
  if (!process.isAlive) return offline;
  try {
    const verdicts: SignedVerdict[] = [];
    for (const envelope of envelopes) {
      verdicts.push(await acceptEnvelope(ports, envelope, schedule.now()));
      overheard.push(...verdicts.slice(-1));
    }
    bringBack(hub);
    return good(verdicts);
  } catch (error) {
    if (error instanceof Crash) return offline;
    throw error;
  }
}

function damage(envelope: Bytes, at: number): Bytes {
  return envelope.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

/** What a false hub would say: everything is fine, signed with another key. */
export function forge(envelope: Bytes, device: string): SignedVerdict {
  const parsed = parseEnvelope(envelope);
  if (!parsed.ok) throw new Error('a phone sent what cannot be parsed');
  const { id, f, l, h } = parsed.value.header;
  const lines = (fromUtf8(parsed.value.body) ?? '').replace(/^\S+ /, '').split('\n');
  const ops = lines.map((line, index) => {
    const hash = lineHash(line, sha256);
    return { seq: f + index, hash, result: { is: 'applied' as const }, stamp: [1, 0] as const };
  });
  const standing = { acked: l, chain: h, missing: [], hubTime: 1, epoch: 1, hubEpoch: 1 };
  const lease = { until: null, pinUntil: null };
  return signVerdict({ v: 1, envelope: id, device, ops, ...standing, lease }, 'another key');
}
