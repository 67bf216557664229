import type { HubCrypto } from '../sync/hub-ports.ts';
import { type Bytes, toBase64url } from '../sync/wire/bytes.ts';
import { envelopeInfo } from '../sync/wire/envelope-bytes.ts';
import { verdictPayload } from '../sync/wire/verdict-bytes.ts';
import type { OpenedHubKeys } from './hub-keys.ts';
import { unpackedLimit, unpad } from './padding.ts';
import { isSignedBy, sign } from './signature.ts';
import { encapsulatedLength, suite } from './suite.ts';

export interface HubCryptoParts {
  readonly subtle: SubtleCrypto;
  /** SHA-256, synchronous. */
  readonly hash: (of: Uint8Array | string) => Bytes;
  /** Read anew for each use: they are turned while a hub runs. */
  readonly keys: OpenedHubKeys;
  /** Unfolds gzip; `undefined` when it is none or would be longer than `maxOutputLength`. */
  readonly gunzip: (bytes: Uint8Array, maxOutputLength: number) => Uint8Array | undefined;
}

export function makeHubCrypto({ subtle, hash, keys, gunzip }: HubCryptoParts): HubCrypto {
  return {
    hash,
    holdsKey: (keyId) => keys.seal.has(keyId),
    async open(header, body, keyId) {
      const key = keys.seal.get(keyId);
      const padded = key && (await openBody(key, header, body));
      const gzip = padded && unpad(padded);
      return gzip && gunzip(gzip, unpackedLimit(gzip));
    },
    isSignedBy: (publicKey, signed, signature) => isSignedBy(subtle, publicKey, copy(signed), copy(signature)),
    pinned: () => keys.pinned,
    async signVerdict(verdict, keyId) {
      const { signers, published, pinned } = keys;
      const signer = signers.get(keyId ?? published.at(-1)?.id ?? '') ?? signers.get(pinned.sealId);
      if (signer === undefined) throw new TypeError('a hub without a key to sign with');
      const payload = verdictPayload(verdict);
      const signature = await sign(subtle, signer.privateKey, payload);
      return { payload: toBase64url(payload), signature: toBase64url(signature), key: signer.id };
    },
  };
}

async function openBody(recipientKey: CryptoKey, header: Uint8Array, body: Uint8Array): Promise<Bytes | undefined> {
  if (body.length <= encapsulatedLength) return undefined;
  const enc = copy(body.subarray(0, encapsulatedLength));
  const sealed = copy(body.subarray(encapsulatedLength));
  try {
    return new Uint8Array(await suite.open({ recipientKey, enc, info: envelopeInfo }, sealed, copy(header)));
  } catch {
    // A wrong key, a point off the curve and an altered byte all answer alike: not for us.
    return undefined;
  }
}

function copy(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
