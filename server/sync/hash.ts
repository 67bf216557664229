import { hash } from 'node:crypto';

/** SHA-256 of bytes or of a text's UTF-8, synchronous: a hub hashes thousands of ops a second. */
export function sha256(of: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash('sha256', of, 'buffer'));
}
