import type { SenderContext } from '@hpke/core';
import type { HubKeys, PinnedKeys } from '../sync/activation.ts';
import type { DeviceCrypto } from '../sync/ports.ts';
import { sha256 } from '../sync/records/sha256.ts';
import type { SignedVerdict } from '../sync/verdict.ts';
import { type Bytes, concat, fromBase64url, toBase64url } from '../sync/wire/bytes.ts';
import { envelopeInfo, signedPart } from '../sync/wire/envelope-bytes.ts';
import { gzip } from './gzip.ts';
import { pad } from './padding.ts';
import { isSignedBy, sign } from './signature.ts';
import { suite } from './suite.ts';

export interface DeviceKeys {
  readonly subtle: SubtleCrypto;
  /** That many random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** ECDSA P-256, not extractable. */
  readonly signKey: CryptoKey;
  /** The hub that was pinned at activation, as far as it has told its newer keys. */
  readonly hubKeys: PinnedKeys;
}

export interface PreparedCrypto extends DeviceCrypto {
  /** Makes the next envelope's HPKE context: its key agreement is most of what sealing costs, and a save waits for it. */
  prepare(): void;
}

/** What a phone can do with its keys. */
export function makeDeviceCrypto(keys: DeviceKeys): PreparedCrypto {
  const { subtle, random, signKey, hubKeys } = keys;
  let ready: Promise<SenderContext> | undefined;
  return {
    prepare() {
      ready ??= prepareContext(subtle, hubKeys);
      // A failure shows in the next seal, which awaits this same promise.
      ready.catch(() => undefined);
    },
    hash: sha256,
    async seal(header, lines) {
      // Taken before the first await: two saves at once must not share a context, or the second could never be opened.
      const prepared = ready ?? prepareContext(subtle, hubKeys);
      ready = undefined;
      const context = await prepared;
      const packed = pad(await gzip(exact(lines)));
      const body = concat(new Uint8Array(context.enc), new Uint8Array(await context.seal(packed, exact(header))));
      const signed = signedPart(header, body);
      return concat(signed, await sign(subtle, signKey, signed));
    },
    isFromHub: (verdict) => isHubsVerdict(subtle, hubKeys, verdict),
    randomId: () => toBase64url(random(16)),
  };
}

/** True only for the pinned hub's signature over exactly these bytes. For a service worker that has nothing to seal. */
export async function isHubsVerdict(
  subtle: SubtleCrypto,
  hubKeys: Pick<PinnedKeys, 'verdictId' | 'verdict' | 'former'>,
  verdict: SignedVerdict,
): Promise<boolean> {
  const [payload, signature] = [fromBase64url(verdict.payload), fromBase64url(verdict.signature)];
  const signer = [hubKeys, ...(hubKeys.former ?? [])].find(({ verdictId }) => verdictId === verdict.key);
  if (signer === undefined || payload === undefined || signature === undefined) return false;
  return isSignedBy(subtle, signer.verdict, payload, signature);
}

async function prepareContext(subtle: SubtleCrypto, { seal }: HubKeys): Promise<SenderContext> {
  const point = fromBase64url(seal);
  if (point === undefined) throw new TypeError('the pinned public key is not base64url');
  const recipientPublicKey = await subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
  return suite.createSenderContext({ recipientPublicKey, info: envelopeInfo });
}

/** Bytes that own their whole buffer: WebCrypto and streams take those. */
function exact(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
