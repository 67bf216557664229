import { createHash } from 'node:crypto';
import { type HubKeyFile, pairsOf, pinnedOf } from '../../src/seal/hub-keys.ts';
import type { PinnedKeys } from '../../src/sync/activation.ts';
import type { HubCrypto } from '../../src/sync/hub-ports.ts';
import type { DeviceCrypto } from '../../src/sync/ports.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import { type Bytes, concat, fromBase64url, isSameBytes, toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import { signedPart } from '../../src/sync/wire/envelope-bytes.ts';
import { verdictPayload } from '../../src/sync/wire/verdict-bytes.ts';
import { believes } from './keys.ts';
import type { Process, Schedule } from './schedule.ts';

/* Quick stand-ins with the shape of the real ones: a keyed hash for a signature, clear bytes for a sealed body. */

export function sha256(bytes: Uint8Array | string): Bytes {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

export function signKeyOf(device: string): string {
  return `sign-${device}`;
}

export function signVerdict(verdict: Verdict, key: string): SignedVerdict {
  const payload = verdictPayload(verdict);
  return { payload: toBase64url(payload), signature: toBase64url(mac(key, payload)), key };
}

/** @param held keys of the hub that this programme of the phone works with */
export function fakeDeviceCrypto(device: string, held: PinnedKeys, process: Process, schedule: Schedule): DeviceCrypto {
  return {
    hash: sha256,
    async seal(header, lines) {
      await schedule.step(process);
      const signed = signedPart(header, concat(utf8(`${held.seal} `), lines));
      return concat(signed, mac(signKeyOf(device), signed));
    },
    async isFromHub(verdict) {
      await schedule.step(process);
      const payload = fromBase64url(verdict.payload);
      const signature = fromBase64url(verdict.signature);
      const isSigned = payload !== undefined && signature !== undefined;
      return isSigned && believes(held, verdict) && isSameBytes(mac(verdict.key, payload), signature);
    },
    randomId: () => `e${schedule.random.below(2 ** 31)}-${schedule.random.below(2 ** 31)}`,
  };
}

/** @param file the keys of the hub as they stand whenever one is needed */
export function fakeHubCrypto(file: () => HubKeyFile, process: Process, schedule: Schedule): HubCrypto {
  const held = (keyId: string) => pairsOf(file()).find(({ seal }) => seal.id === keyId);
  return {
    hash: sha256,
    holdsKey: (keyId) => held(keyId)?.seal.privateKey !== undefined,
    async open(_header, body, keyId) {
      await schedule.step(process);
      const sealedTo = utf8(`${keyId} `);
      const isForIt = isSameBytes(body.subarray(0, sealedTo.length), sealedTo);
      return isForIt ? body.subarray(sealedTo.length) : undefined;
    },
    async isSignedBy(publicKey, signed, signature) {
      await schedule.step(process);
      return isSameBytes(mac(publicKey, signed), signature);
    },
    pinned: () => pinnedOf(file()),
    async signVerdict(verdict, keyId = file().seal.at(-1)?.id ?? '') {
      await schedule.step(process);
      return signVerdict(verdict, held(keyId)?.verdict.id ?? file().verdict.id);
    },
  };
}

function mac(key: string, bytes: Uint8Array): Bytes {
  const half = sha256(concat(utf8(key), bytes));
  return concat(half, half);
}
