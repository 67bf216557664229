import { createHash } from 'node:crypto';
import type { HubCrypto } from '../../src/sync/hub-ports.ts';
import type { DeviceCrypto } from '../../src/sync/ports.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import { type Bytes, concat, fromBase64url, isSameBytes, toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import { signedPart } from '../../src/sync/wire/envelope-bytes.ts';
import { verdictPayload } from '../../src/sync/wire/verdict-bytes.ts';
import type { Process, Schedule } from './schedule.ts';

/* Quick stand-ins with the shape of the real ones: a keyed hash for a signature, clear bytes for a sealed body. */

const hubKey = 'hub-verdict-key';

export function sha256(bytes: Uint8Array): Bytes {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

export function signKeyOf(device: string): string {
  return `sign-${device}`;
}

export function signVerdict(verdict: Verdict, key = hubKey): SignedVerdict {
  const payload = verdictPayload(verdict);
  return { payload: toBase64url(payload), signature: toBase64url(mac(key, payload)), key: 'v1' };
}

export function fakeDeviceCrypto(device: string, process: Process, schedule: Schedule): DeviceCrypto {
  return {
    hash: async (bytes) => sha256(bytes),
    async seal(header, lines) {
      await schedule.step(process);
      const signed = signedPart(header, lines);
      return concat(signed, mac(signKeyOf(device), signed));
    },
    async isFromHub(verdict) {
      await schedule.step(process);
      const payload = fromBase64url(verdict.payload);
      const signature = fromBase64url(verdict.signature);
      return payload !== undefined && signature !== undefined && isSameBytes(mac(hubKey, payload), signature);
    },
    randomId: () => `e${schedule.random.below(2 ** 31)}-${schedule.random.below(2 ** 31)}`,
  };
}

export function fakeHubCrypto(process: Process, schedule: Schedule): HubCrypto {
  return {
    hash: sha256,
    holdsKey: (keyId) => keyId === 'k1',
    async open(_header, body) {
      await schedule.step(process);
      return body;
    },
    async isSignedBy(publicKey, signed, signature) {
      await schedule.step(process);
      return isSameBytes(mac(publicKey, signed), signature);
    },
    async signVerdict(verdict) {
      await schedule.step(process);
      return signVerdict(verdict);
    },
  };
}

function mac(key: string, bytes: Uint8Array): Bytes {
  const half = sha256(concat(utf8(key), bytes));
  return concat(half, half);
}
