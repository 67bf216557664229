import { hash } from 'node:crypto';

/** SHA-256, synchronous: a hub hashes thousands of ops a second. */
export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash('sha256', bytes, 'buffer'));
}
