import type { HubKeys, PinnedKeys } from '../sync/activation.ts';
import { fromBase64url, toBase64url, toHex, utf8 } from '../sync/wire/bytes.ts';
import { formerKept } from '../sync/wire/hub-keys.ts';

/** A P-256 private key as JWK (RFC 7518 §6.2). */
export interface PrivateJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** One key of a hub as its key file keeps it: JWK of the private key, raw public point, id. */
export interface KeptKey {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: PrivateJwk;
}

/** A seal key, with the time when phones were first told it, ms since 1970; absent: the hub's first. */
export interface KeptSealKey extends Omit<KeptKey, 'privateKey'> {
  readonly since?: number;
  /** Absent: forgotten. What is still sealed to it comes back with the newest key, and is sealed anew. */
  readonly privateKey?: PrivateJwk;
}

/** What is sealed to a hub, and what it signs, in one time. */
export interface KeptPair {
  readonly seal: KeptKey;
  readonly verdict: KeptKey;
}

/** All keys of a hub. Old ones stay for 13 months, newest first, so that late phones are still heard. */
export interface HubKeyFile {
  readonly v: 1;
  readonly seal: readonly KeptSealKey[];
  readonly verdict: KeptKey;
  /** Verdict keys of the older seal keys, in the same order. */
  readonly former?: readonly KeptKey[];
  /**
   * The pair of the next rotation, made at the last one: a backup of between the two can open what is sealed to it.
   * Absent in files of before keys were ever turned.
   */
  readonly next?: KeptPair;
}

/** A key file as every hub of today has it. */
export type Turnable = HubKeyFile & { readonly next: KeptPair };

/** The same, ready for work. */
export interface OpenedHubKeys {
  /** Private seal keys by key id. */
  readonly seal: ReadonlyMap<string, CryptoKey>;
  /** What answers those who know of this seal key, by its id; newest first. */
  readonly signers: ReadonlyMap<string, Signer>;
  /** Seal keys that phones were ever told, newest first. */
  readonly published: readonly Pick<KeptSealKey, 'id' | 'since'>[];
  /** What a phone pins. */
  readonly pinned: PinnedKeys;
}

interface Signer {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

interface Pair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const agreement = { name: 'ECDH', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function generateHubKeys(subtle: SubtleCrypto): Promise<Turnable> {
  const { seal, verdict } = await generatePair(subtle);
  return { v: 1, seal: [seal], verdict, next: await generatePair(subtle) };
}

/** For `HubKeyFile.next`. */
export async function generatePair(subtle: SubtleCrypto): Promise<KeptPair> {
  return {
    seal: await keep(subtle, await subtle.generateKey(agreement, true, ['deriveBits'])),
    verdict: await keep(subtle, await subtle.generateKey(signing, true, ['sign', 'verify'])),
  };
}

/** How long a private seal key that was replaced stays, ms: 13 months. Whoever was away for a year is still heard. */
const keyKeptFor = 396 * 86_400_000;

/**
 * Publishes the next pair. Old ones stay, and what they signed can always be signed again.
 * @param following the pair of the rotation after this one
 * @param now ms since 1970
 * @param forgetsOld whether private seal keys go that were replaced more than 13 months ago: not where a journal rests
 * on them
 */
export function turnKeyPair<File extends Turnable>(
  file: File,
  following: KeptPair,
  now: number,
  forgetsOld: boolean,
): File {
  const { seal, verdict } = file.next;
  // Later than the last also by a clock that was set back: phones go forward only.
  const since = Math.max(now, (file.seal[0]?.since ?? 0) + 1);
  const seals: readonly KeptSealKey[] = [{ ...seal, since }, ...file.seal];
  const isOver = (place: number): boolean => place > 0 && (seals[place - 1]?.since ?? since) <= now - keyKeptFor;
  const forget = ({ privateKey: _gone, ...key }: KeptSealKey): KeptSealKey => key;
  return {
    ...file,
    seal: seals.map((key, place) => (forgetsOld && isOver(place) ? forget(key) : key)),
    verdict,
    former: verdictsOf(file),
    next: following,
  };
}

/** Throws on a damaged key file: a hub that cannot open envelopes must not start. */
export async function openHubKeys(subtle: SubtleCrypto, file: HubKeyFile): Promise<OpenedHubKeys> {
  const pairs = pairsOf(file);
  return {
    seal: new Map(await Promise.all(pairs.flatMap(({ seal }) => openSeal(subtle, seal)))),
    signers: new Map(await Promise.all(pairs.map((pair) => openSigner(subtle, pair)))),
    published: file.seal,
    pinned: pinnedOf(file),
  };
}

/** What a hub with these keys tells a phone to pin. */
export function pinnedOf({ seal: [newest], verdict, former = [] }: HubKeyFile): PinnedKeys {
  if (newest === undefined) throw new TypeError('the key file holds no seal key');
  const { id: sealId, publicKey: seal, since } = newest;
  const before = former.slice(0, formerKept).map(({ id, publicKey }) => ({ verdictId: id, verdict: publicKey }));
  return {
    ...{ sealId, seal, verdictId: verdict.id, verdict: verdict.publicKey },
    ...(since !== undefined && { since }),
    ...(before.length > 0 && { former: before }),
  };
}

/** Every pair, newest first; behind them the one that nobody was told yet, unless a backup was put back. */
export function pairsOf(file: HubKeyFile): readonly { readonly seal: KeptSealKey; readonly verdict: KeptKey }[] {
  const verdicts = verdictsOf(file);
  const published = file.seal.map((seal, place) => ({ seal, verdict: verdicts[place] ?? file.verdict }));
  return file.next === undefined ? published : [...published, file.next];
}

/** The verdict key of each seal key, newest first. */
function verdictsOf({ seal, verdict, former = [] }: HubKeyFile): readonly KeptKey[] {
  const all = [verdict, ...former];
  return seal.map((_, place) => all[place] ?? all.at(-1) ?? verdict);
}

function openSeal(subtle: SubtleCrypto, { id, privateKey }: KeptSealKey): readonly Promise<[string, CryptoKey]>[] {
  if (privateKey === undefined) return [];
  const opened = subtle.importKey('jwk', privateKey, agreement, true, ['deriveBits']);
  return [opened.then((key) => [id, key])];
}

async function openSigner(
  subtle: SubtleCrypto,
  { seal, verdict }: { readonly seal: KeptSealKey; readonly verdict: KeptKey },
): Promise<readonly [string, Signer]> {
  const privateKey = await subtle.importKey('jwk', verdict.privateKey, signing, false, ['sign']);
  return [seal.id, { id: verdict.id, privateKey }];
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
