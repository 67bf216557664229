import { type Bytes, utf8 } from './bytes.ts';

/** What the hub and this phone agreed on: everything up to `acked` was judged, and both hold the same. */
export interface Receipt {
  readonly device: string;
  /** Seq of the last op of this device that the hub has judged. */
  readonly acked: number;
  /** Root digest, 32 hex digits. */
  readonly digest: string;
}

/** Without I, L, O and U: nothing that sounds or looks like another letter when it is read out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** "7F3K-9QXM-2HTA": 60 bits of SHA-256 over "so-dan-so receipt v1", device, acked, digest, a line each. */
export function receiptCode({ device, acked, digest }: Receipt, hash: (bytes: Bytes) => Uint8Array): string {
  const bytes = hash(utf8(['so-dan-so receipt v1', device, acked, digest].join('\n')));
  let bits = 0n;
  for (const byte of bytes.subarray(0, 8)) bits = bits * 256n + BigInt(byte);
  const code = Array.from({ length }, (_, at) => letters[Number((bits >> BigInt(59 - 5 * at)) & 31n)]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
