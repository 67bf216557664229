import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
} from 'node:crypto';

/*
 * A second reading of RFC 9180 (base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256), made of Node's primitives only, so
 * that what one library seals is opened by another's arithmetic. For tests; nothing here is hardened.
 */

const curve = { kty: 'EC', crv: 'P-256' };
const kemId = Buffer.from('KEM\x00\x10', 'latin1');

export interface Point {
  readonly x: string;
  readonly y: string;
}

export function sharedSecret(privateKey: Point & { readonly d: string }, enc: Buffer, recipient: Buffer): Buffer {
  const publicKey = createPublicKey({ key: { ...curve, ...pointOf(enc) }, format: 'jwk' });
  const secret = createPrivateKey({
    key: { ...curve, x: privateKey.x, y: privateKey.y, d: privateKey.d },
    format: 'jwk',
  });
  const dh = diffieHellman({ privateKey: secret, publicKey });
  const prk = labeledExtract(kemId, Buffer.alloc(0), 'eae_prk', dh);
  return labeledExpand(kemId, prk, 'shared_secret', Buffer.concat([enc, recipient]), 32);
}

/** §5.1: key and base nonce of base mode. @param aead 1 = AES-128-GCM, 2 = AES-256-GCM */
export function keySchedule(
  secret: Buffer,
  info: Buffer,
  aead: 1 | 2,
): { readonly key: Buffer; readonly nonce: Buffer } {
  const suite = Buffer.concat([Buffer.from('HPKE'), Buffer.from([0, 0x10, 0, 1, 0, aead])]);
  const empty = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.from([0]),
    labeledExtract(suite, empty, 'psk_id_hash', empty),
    labeledExtract(suite, empty, 'info_hash', info),
  ]);
  const prk = labeledExtract(suite, secret, 'secret', empty);
  return {
    key: labeledExpand(suite, prk, 'key', context, aead * 16),
    nonce: labeledExpand(suite, prk, 'base_nonce', context, 12),
  };
}

export function openGcm(key: Buffer, nonce: Buffer, aad: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}

export function sealGcm(key: Buffer, nonce: Buffer, aad: Buffer, text: Buffer): Buffer {
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

export function pointOf(raw: Buffer): Point {
  return { x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') };
}

function labeledExtract(suite: Buffer, salt: Buffer, label: string, input: Buffer): Buffer {
  const labeled = Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), input]);
  return createHmac('sha256', salt).update(labeled).digest();
}

function labeledExpand(suite: Buffer, prk: Buffer, label: string, info: Buffer, length: number): Buffer {
  const size = Buffer.from([length >> 8, length & 255]);
  const labeled = Buffer.concat([size, Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]);
  return createHmac('sha256', prk)
    .update(Buffer.concat([labeled, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}
