import { randomBytes } from 'node:crypto';
import { makeDeviceCrypto } from '../../src/seal/device-crypto.ts';
import { signActivation, signRequest } from '../../src/seal/request-signature.ts';
import { generateSignKey } from '../../src/seal/signature.ts';
import type { Activation } from '../../src/sync/activation.ts';
import { joinUpload } from '../../src/sync/hub/accept.ts';
import { commit } from '../../src/sync/phone/commit.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import type { Append, DeviceHead } from '../../src/sync/ports.ts';
import { readChanges } from '../../src/sync/records/row.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import type { Changes } from '../../src/sync/wire/changes.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';

const { subtle } = globalThis.crypto;

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface Keys {
  readonly privateKey: CryptoKey;
  readonly publicKey: string;
}

export interface Phone {
  readonly activation: Activation;
  readonly keys: Keys;
  /** Seals one transaction, as a save does. */
  write(drafts: readonly OpDraft[]): Promise<Append>;
  /** Signed request; `time` is the phone's clock. */
  ask(method: string, path: string, body?: Uint8Array, time?: number): Promise<Response>;
  upload(...envelopes: readonly Uint8Array[]): Promise<readonly Verdict[]>;
  changes(after?: number): Promise<Changes>;
}

export async function requestActivation(ask: Ask, code: string, keys: Keys): Promise<Response> {
  const proof = await signActivation(subtle, keys.privateKey, code, keys.publicKey);
  return ask('/activate', { method: 'POST', body: JSON.stringify({ code, signKey: keys.publicKey, proof }) });
}

export const makeKeys = (): Promise<Keys> => generateSignKey(subtle);

export async function activatePhone(ask: Ask, code: string, now: () => number = Date.now): Promise<Phone> {
  const keys = await makeKeys();
  const answer = await requestActivation(ask, code, keys);
  if (answer.status !== 200) throw new Error(`not activated: ${answer.status} ${await answer.text()}`);
  return makePhone(ask, (await answer.json()) as Activation, keys, now);
}

export function makePhone(ask: Ask, activation: Activation, keys: Keys, now: () => number): Phone {
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const crypto = makeDeviceCrypto({ subtle, random, signKey: keys.privateKey, hubKeys: activation.keys });
  const { device, user, epoch } = activation;
  let head: DeviceHead = { nextSeq: 1, chain: firstChain, clock: [0, 0] };
  const send = async (method: string, path: string, body?: Uint8Array, time = now()) => {
    const headers = await signRequest(
      subtle,
      keys.privateKey,
      device,
      { method, path, ...(body ? { body } : {}) },
      time,
    );
    return ask(path, { method, headers, ...(body ? { body: new Uint8Array(body) } : {}) });
  };
  return {
    activation,
    keys,
    async write(drafts) {
      let written: Append | undefined;
      const store = {
        head: async () => head,
        append: async (append: Append) => {
          written = append;
          head = append.head;
          return 'done' as const;
        },
      };
      const sender = { device, user, epoch, keyId: activation.keys.sealId };
      await commit(store, crypto, sender, drafts, now, new Date(now()).toISOString().slice(0, 10));
      if (written === undefined) throw new Error('nothing was written');
      return written;
    },
    ask: send,
    async upload(...envelopes) {
      const answer = await send('POST', '/sync/envelopes', joinUpload(envelopes));
      if (answer.status !== 200) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
      const { verdicts } = (await answer.json()) as { readonly verdicts: readonly SignedVerdict[] };
      return Promise.all(verdicts.map((verdict) => openTrue(crypto.isFromHub, verdict)));
    },
    async changes(after = 0) {
      const answer = await send('GET', `/sync/changes?after=${after}`);
      const read = readChanges(await answer.json());
      if (!read.ok) throw new Error(`changes: ${answer.status} malformed`);
      return read.value;
    },
  };
}

async function openTrue(
  isFromHub: (verdict: SignedVerdict) => Promise<boolean>,
  signed: SignedVerdict,
): Promise<Verdict> {
  if (!(await isFromHub(signed))) throw new Error("not the hub's signature");
  const verdict = openVerdict(signed);
  if (verdict === undefined) throw new Error('no verdict inside');
  return verdict;
}

/** A household with its head, as one transaction. */
/** So many in one request: one by one, a long run would be asked to slow down. */
const together = 50;

/** All of them again, in their order. @returns a verdict each */
export async function uploadAll(phone: Phone, envelopes: readonly Uint8Array[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let at = 0; at < envelopes.length; at += together)
    verdicts.push(...(await phone.upload(...envelopes.slice(at, at + together))));
  return verdicts;
}

export function householdDrafts(place: string, name: string): readonly OpDraft[] {
  const opening = { household: { made: 0 }, residence: 'usual_present', marital: 'single', status: 'active' };
  const head = { fullName: name, sex: 'female', birthDate: '1990-02-03', relation: 'head', ...opening };
  return [
    { kind: 'household', place, put: { number: 1, kind: 'family', poor: 'none' } },
    { kind: 'person', place, put: head },
  ];
}
