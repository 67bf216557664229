import type { HubKeys } from '../sync/activation.ts';
import { fromBase64url, toBase64url, toHex, utf8 } from '../sync/wire/bytes.ts';

/** A P-256 private key as JWK (RFC 7518 §6.2). */
export interface PrivateJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** One key pair of a hub as its key file keeps it: JWK of the private key, raw public point, id. */
export interface KeptKey {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: PrivateJwk;
}

/** All keys of a hub. Old seal keys stay for 13 months, newest first, so that late phones are still heard. */
export interface HubKeyFile {
  readonly v: 1;
  readonly seal: readonly KeptKey[];
  readonly verdict: KeptKey;
}

/** The same, ready for work. */
export interface OpenedHubKeys {
  /** Private seal keys by key id. */
  readonly seal: ReadonlyMap<string, CryptoKey>;
  readonly verdict: { readonly id: string; readonly privateKey: CryptoKey };
  /** What a phone pins. */
  readonly pinned: HubKeys;
}

interface Pair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const agreement = { name: 'ECDH', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function generateHubKeys(subtle: SubtleCrypto): Promise<HubKeyFile> {
  const seal = await generateSealKey(subtle);
  return {
    v: 1,
    seal: [seal],
    verdict: await keep(subtle, await subtle.generateKey(signing, true, ['sign', 'verify'])),
  };
}

/** A new key to put in front of `HubKeyFile.seal`. */
export async function generateSealKey(subtle: SubtleCrypto): Promise<KeptKey> {
  return keep(subtle, await subtle.generateKey(agreement, true, ['deriveBits']));
}

/** Throws on a damaged key file: a hub that cannot open envelopes must not start. */
export async function openHubKeys(subtle: SubtleCrypto, file: HubKeyFile): Promise<OpenedHubKeys> {
  const [newest] = file.seal;
  if (newest === undefined) throw new TypeError('the key file holds no seal key');
  const opened = file.seal.map(async ({ id, privateKey }) => {
    return [id, await subtle.importKey('jwk', privateKey, agreement, true, ['deriveBits'])] as const;
  });
  const { verdict } = file;
  return {
    seal: new Map(await Promise.all(opened)),
    verdict: {
      id: verdict.id,
      privateKey: await subtle.importKey('jwk', verdict.privateKey, signing, false, ['sign']),
    },
    pinned: { sealId: newest.id, seal: newest.publicKey, verdictId: verdict.id, verdict: verdict.publicKey },
  };
}

async function keep(subtle: SubtleCrypto, pair: Pair): Promise<KeptKey> {
  const { x = '', y = '', d = '' } = await subtle.exportKey('jwk', pair.privateKey);
  const point = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const digest = new Uint8Array(await subtle.digest('SHA-256', point));
  return {
    id: toHex(digest.subarray(0, 8)),
    publicKey: toBase64url(point),
    privateKey: { kty: 'EC', crv: 'P-256', x, y, d },
  };
}

/** Fingerprint of a pinned key for a printed sheet: 8 hex digits in two groups. */
export async function keyFingerprint(subtle: SubtleCrypto, publicKey: string): Promise<string | undefined> {
  const point = fromBase64url(publicKey);
  if (point === undefined) return undefined;
  const hex = toHex(new Uint8Array(await subtle.digest('SHA-256', point)).subarray(0, 4));
  return `${hex.slice(0, 4)} ${hex.slice(4)}`;
}

/** 16 letters that name a hub's public keys: printed in a QR, compared by the phone before it believes them. */
export async function fingerprintOf(subtle: SubtleCrypto, { seal, verdict }: HubKeys): Promise<string> {
  const digest = await subtle.digest('SHA-256', utf8(`${seal}.${verdict}`));
  return toBase64url(new Uint8Array(digest).subarray(0, 12));
}
