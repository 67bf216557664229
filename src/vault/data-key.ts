/* The data key: 256 random bits that everything readable on the phone is sealed under. Raw only for an instant. */

type Bytes = Uint8Array<ArrayBuffer>;

/** The data key as it is used: its halves cannot be exported by a script. */
export interface DataKey {
  /** 16 hex digits, written into each blob and slot. */
  readonly id: string;
  /** AES-256-GCM, seals. */
  readonly seals: CryptoKey;
  /** HMAC-SHA-256, turns the name of a page into its key in storage. */
  readonly names: CryptoKey;
}

const encoder = new TextEncoder();

function hkdf(purpose: string) {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode(`so-dan-so ${purpose} v1`) };
}

/** Derives the two working keys and the id from 32 raw bytes (HKDF, RFC 5869). The caller wipes `raw`. */
export async function workingKey(subtle: SubtleCrypto, raw: Bytes): Promise<DataKey> {
  const root = await subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const [seals, names, id] = await Promise.all([
    subtle.deriveKey(hkdf('pages'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(hkdf('page names'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
    subtle.deriveBits(hkdf('key id'), root, 64),
  ]);
  return { id: hex(new Uint8Array(id)), seals, names };
}

/** Key of a slot from 32 derived bytes, e.g. purpose "pin slot". */
export async function wrappingKey(subtle: SubtleCrypto, derived: Bytes, purpose: string): Promise<CryptoKey> {
  const root = await subtle.importKey('raw', derived, 'HKDF', false, ['deriveKey']);
  return subtle.deriveKey(hkdf(purpose), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
