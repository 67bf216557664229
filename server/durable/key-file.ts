import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  generateHubKeys,
  generatePair,
  type HubKeyFile,
  type OpenedHubKeys,
  openHubKeys,
  type PrivateJwk,
  type Turnable,
  turnKeyPair,
} from '../../src/seal/hub-keys.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';

interface KeyFile extends HubKeyFile {
  /** Signing key of the device that wrote the hub's first records. */
  readonly founder: { readonly publicKey: string; readonly privateKey: PrivateJwk };
  /** 32 bytes, base64url: keys the hashes of activation codes. */
  readonly codeKey: string;
  /** Rises when the hub was restored from a backup. */
  readonly hubEpoch: number;
  /** ms since 1970 of each restore; left out by a hub that was never restored, and by one of before they were kept. */
  readonly restoredAt?: readonly number[];
}

export interface HubSecrets {
  readonly founder: { readonly publicKey: string; readonly privateKey: CryptoKey };
  readonly keys: OpenedHubKeys;
  readonly codeKey: Uint8Array;
  readonly hubEpoch: number;
  readonly restoredAt: readonly number[];
}

/** Stands wherever a hub does. */
export const keyFile = 'keys.json';

const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The hub's keys: made once, on the disk before anything is sealed to them, readable by their owner only. */
export async function openKeyFile(folder: string): Promise<HubSecrets> {
  const path = join(folder, keyFile);
  if (!existsSync(path)) await writeKeyFile(path, await makeKeys());
  const file = await readKeyFile(path);
  const keys = await openHubKeys(crypto.subtle, file);
  const { publicKey } = file.founder;
  const privateKey = await crypto.subtle.importKey('jwk', file.founder.privateKey, signing, false, ['sign']);
  const codeKey = Buffer.from(file.codeKey, 'base64url');
  return { keys, founder: { publicKey, privateKey }, codeKey, hubEpoch: file.hubEpoch, restoredAt: restoresOf(file) };
}

/** The same keys, of a hub that was restored from a backup. */
export function raiseHubEpoch(text: string, now: number): string {
  const file = JSON.parse(text) as KeyFile;
  // By the clock: the same backup restored a second time must not be taken for the first.
  const hubEpoch = Math.max(file.hubEpoch + 1, Math.floor(now / 1_000));
  return JSON.stringify({ ...file, hubEpoch, restoredAt: [...restoresOf(file), now] });
}

/** The epoch of a hub that was restored is the second of its last restore; that of any other is a small number. */
function restoresOf({ restoredAt, hubEpoch }: KeyFile): readonly number[] {
  return restoredAt ?? (hubEpoch > 1_000_000 ? [hubEpoch * 1_000] : []);
}

/**
 * The hub's next keys, on the disk before anybody is told of them; `keys` turns where it stands, for whoever holds it.
 */
export async function turnKeyFile(
  folder: string,
  keys: OpenedHubKeys,
  { now, forgetsOld }: { readonly now: number; readonly forgetsOld: boolean },
): Promise<void> {
  const path = join(folder, keyFile);
  const file = turnKeyPair(await readKeyFile(path), await generatePair(crypto.subtle), now, forgetsOld);
  const opened = await openHubKeys(crypto.subtle, file);
  await writeKeyFile(path, file);
  Object.assign(keys, opened);
}

/** One of before keys were ever turned gets its next pair here. */
async function readKeyFile(path: string): Promise<KeyFile & Turnable> {
  const file = JSON.parse(await readFile(path, 'utf8')) as KeyFile;
  if (file.next !== undefined) return { ...file, next: file.next };
  const next = await generatePair(crypto.subtle);
  await writeKeyFile(path, { ...file, next });
  return { ...file, next };
}

async function makeKeys(): Promise<KeyFile> {
  const made = await generateHubKeys(crypto.subtle);
  const founder = await makeFounder();
  return { ...made, founder, codeKey: randomBytes(32).toString('base64url'), hubEpoch: 1 };
}

async function writeKeyFile(path: string, file: KeyFile): Promise<void> {
  const half = `${path}.new`;
  await writeSynced(half, JSON.stringify(file));
  await rename(half, path);
  await syncFolder(dirname(path));
}

/** For its owner only; on the disk when it resolves, but for its name in the folder. */
export async function writeSynced(path: string, text: string): Promise<void> {
  const written = await open(path, 'w', 0o600);
  await written.writeFile(text);
  await written.sync();
  await written.close();
}

async function makeFounder(): Promise<KeyFile['founder']> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(signing, true, ['sign', 'verify']);
  const publicKey = toBase64url(new Uint8Array(await subtle.exportKey('raw', pair.publicKey)));
  const { x = '', y = '', d = '' } = await subtle.exportKey('jwk', pair.privateKey);
  return { publicKey, privateKey: { kty: 'EC', crv: 'P-256', x, y, d } };
}

/** A new name in a folder is on the disk when the folder is. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot sync a folder, and needs not.
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  await opened.sync();
  await opened.close();
}
