import { createHash, randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { good } from '../../src/domain/outcome.ts';
import { makeDeviceCrypto } from '../../src/seal/device-crypto.ts';
import { makeHubCrypto } from '../../src/seal/hub-crypto.ts';
import { generateHubKeys, openHubKeys } from '../../src/seal/hub-keys.ts';
import { generateSignKey } from '../../src/seal/signature.ts';
import { acceptEnvelope } from '../../src/sync/hub/accept.ts';
import type { DeviceRow, HubPorts } from '../../src/sync/hub-ports.ts';
import { commit } from '../../src/sync/phone/commit.ts';
import type { Resealing } from '../../src/sync/phone/own-lines.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import type { DeviceCrypto, HubPort, PhoneStore } from '../../src/sync/ports.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import type { Bytes } from '../../src/sync/wire/bytes.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { makeHub, readChangesOf, type SimulatedHub } from '../simulation/hub/hub.ts';
import { makePhone, type SimulatedPhone, storeOf } from '../simulation/phone/phone.ts';
import { makeRandom } from '../simulation/random.ts';
import type { Schedule } from '../simulation/schedule.ts';

/* A hub and phones with the real keys and seals, on tables in memory, where nothing breaks unless a test breaks it. */

export const subtle = crypto.subtle;
export const noon = 1_795_310_584_000;

export function nodeHash(bytes: Uint8Array | string): Bytes {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

export function nodeGunzip(bytes: Uint8Array, maxOutputLength: number): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch {
    return undefined;
  }
}

const calm: Schedule = {
  random: makeRandom(1),
  now: () => noon,
  start: (name) => ({ name, isAlive: true }),
  step: async () => undefined,
  kill: () => undefined,
  count: () => undefined,
  faults: () => new Map(),
  heal: () => undefined,
  isHealed: () => true,
  run: async () => undefined,
  spawn: () => undefined,
};

export interface Commune {
  readonly hub: SimulatedHub;
  readonly ports: HubPorts;
  join(device: string, places?: readonly string[]): Promise<Member>;
  accept(envelope: Uint8Array): Promise<Verdict>;
  change(device: string, change: Partial<DeviceRow>): void;
}

export interface Member {
  readonly phone: SimulatedPhone;
  readonly store: PhoneStore & Resealing;
  readonly crypto: DeviceCrypto;
  readonly road: HubPort;
  /** Of the hub's seal key. */
  readonly keyId: string;
  /** Saves drafts and answers the envelope that now waits. */
  save(...drafts: readonly OpDraft[]): Promise<Bytes>;
}

export async function makeCommune(): Promise<Commune> {
  const keys = await openHubKeys(subtle, await generateHubKeys(subtle));
  const hub = makeHub(calm, []);
  const hubCrypto = makeHubCrypto({ subtle, hash: nodeHash, keys, gunzip: nodeGunzip });
  const ports: HubPorts = { ...hub.ports, crypto: hubCrypto };
  const accept = async (envelope: Uint8Array) => {
    const verdict = openVerdict(await acceptEnvelope(ports, envelope, noon));
    if (verdict === undefined) throw new Error('the hub answers with a verdict, always');
    return verdict;
  };
  const join = async (device: string, places: readonly string[] = ['v1', 'v2']): Promise<Member> => {
    const { privateKey, publicKey } = await generateSignKey(subtle);
    const random = (length: number) => new Uint8Array(randomBytes(length));
    const deviceCrypto = makeDeviceCrypto({ subtle, random, signKey: privateKey, hubKeys: keys.pinned });
    const start = {
      book: 'b1',
      role: 'collaborator',
      epoch: 1,
      status: 'active',
      acked: 0,
      lastStamp: [0, 0],
    } as const;
    const phone = makePhone(device, places, calm);
    const { user } = phone;
    hub.tables.devices.set(device, { id: device, user, places, signKey: publicKey, chain: firstChain, ...start });
    const store = storeOf(phone, phone.app, calm);
    const sender = { device, user, epoch: 1, keyId: keys.pinned.sealId };
    const road: HubPort = {
      async upload(envelopes) {
        const verdicts: SignedVerdict[] = [];
        // One after the other, as the hub's route does: opened at once, a later one may come first and be parked.
        for (const bytes of envelopes) verdicts.push(await acceptEnvelope(ports, bytes, noon));
        return good(verdicts);
      },
      changes: async (after) => good(readChangesOf(hub, device, after)),
    };
    const save = async (...drafts: readonly OpDraft[]) => {
      await commit(store, deviceCrypto, sender, drafts, () => noon, '2026-11-22');
      const waiting = await store.waiting();
      const last = waiting.at(-1);
      if (last === undefined) throw new Error('a save waits in the outbox');
      return last.bytes;
    };
    return { phone, store, crypto: deviceCrypto, road, keyId: keys.pinned.sealId, save };
  };
  const change = (device: string, changed: Partial<DeviceRow>) => {
    const row = hub.tables.devices.get(device);
    if (row !== undefined) hub.tables.devices.set(device, { ...row, ...changed });
  };
  return { hub, ports, join, accept, change };
}

export function thing(name: string, place = 'v1'): OpDraft {
  return { kind: 'thing', place, put: { name } };
}
