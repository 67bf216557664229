import { type Bytes, concat, readU32, u32 } from '../sync/wire/bytes.ts';

const block = 64;
/** What an envelope may unfold to (server.md), and how much of it one byte of gzip may be worth. */
const maxUnpacked = 8 * 1024 * 1024;
const maxRatio = 250;

/** u32 length ‖ gzip ‖ zeros to a multiple of 64: the size tells little of what was written. */
export function pad(gzip: Uint8Array): Bytes {
  const length = Math.ceil((gzip.length + 4) / block) * block;
  return concat(u32(gzip.length), gzip, new Uint8Array(length - gzip.length - 4));
}

/** `undefined` unless it is exactly what `pad` writes. */
export function unpad(padded: Uint8Array): Bytes | undefined {
  const length = readU32(padded, 0);
  if (length === undefined || padded.length !== Math.ceil((length + 4) / block) * block) return undefined;
  return padded.subarray(length + 4).every((byte) => byte === 0) ? padded.slice(4, 4 + length) : undefined;
}

/** How far this gzip may unfold before it is taken for a bomb, bytes. */
export function unpackedLimit(gzip: Uint8Array): number {
  return Math.min(maxUnpacked, gzip.length * maxRatio);
}
