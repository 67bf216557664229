import { type Bytes, fromBase64url, toBase64url } from '../sync/wire/bytes.ts';

/* ECDSA P-256 with SHA-256, P1363 signatures of 64 bytes, public keys as raw uncompressed points in base64url. */

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const scheme = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A device's signing key: not extractable, so that no script can carry it off. */
export async function generateSignKey(
  subtle: SubtleCrypto,
): Promise<{ readonly privateKey: CryptoKey; readonly publicKey: string }> {
  const { privateKey, publicKey } = await subtle.generateKey(curve, false, ['sign', 'verify']);
  return { privateKey, publicKey: toBase64url(new Uint8Array(await subtle.exportKey('raw', publicKey))) };
}

export async function sign(subtle: SubtleCrypto, privateKey: CryptoKey, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.sign(scheme, privateKey, bytes));
}

/** Keys that were imported lately: a hub hears the same devices again and again. */
const imported = new Map<string, CryptoKey>();
const mostImported = 500;

/** False also for a key or signature that is none. */
export async function isSignedBy(
  subtle: SubtleCrypto,
  publicKey: string,
  signed: Bytes,
  signature: Bytes,
): Promise<boolean> {
  if (signature.length !== 64) return false;
  try {
    const key = imported.get(publicKey) ?? (await importPoint(subtle, publicKey));
    return key !== undefined && (await subtle.verify(scheme, key, signature, signed));
  } catch {
    // 65 bytes that are no point of the curve: importKey answers by throwing.
    return false;
  }
}

async function importPoint(subtle: SubtleCrypto, publicKey: string): Promise<CryptoKey | undefined> {
  const point = fromBase64url(publicKey);
  if (point?.length !== 65) return undefined;
  const key = await subtle.importKey('raw', point, curve, false, ['verify']);
  const [oldest] = imported.keys();
  if (imported.size >= mostImported && oldest !== undefined) imported.delete(oldest);
  imported.set(publicKey, key);
  return key;
}
