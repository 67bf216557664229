import { type Bytes, concat, fromBase64url, toBase64url } from './bytes.ts';

/** H_0: 32 zero bytes, base64url. A device that has written nothing stands here. */
export const firstChain = toBase64url(new Uint8Array(32));

/**
 * Chain head after these ops: H_n = SHA256(H_{n-1} ‖ opHash_n), so that a missing or altered op shows.
 * @param chain head before, base64url
 * @param hashes SHA-256 of each op's line in order of seq, base64url
 */
export function nextChain(chain: string, hashes: readonly string[], hash: (bytes: Bytes) => Uint8Array): string {
  return toBase64url(hashes.reduce((head, next) => hash(link(head, next)), digestBytes(chain)));
}

function link(head: Uint8Array, hash: string): Bytes {
  return concat(head, digestBytes(hash));
}

function digestBytes(text: string): Uint8Array {
  const bytes = fromBase64url(text);
  if (bytes?.length !== 32) throw new RangeError('a chain is made of 32-byte digests');
  return bytes;
}
