import { allThrough } from '../seal/pass-through.ts';

/*
 * What is sealed is first packed: deflated where that pays and padded with zeros, so that a size tells little.
 *   u8 form (0 as is, 1 deflate-raw) ‖ u32 length ‖ payload ‖ zeros to a step of 256 bytes, of 4 KiB for pages
 */

type Bytes = Uint8Array<ArrayBuffer>;

const headLength = 5;
/** Below this a stream costs more time than it saves room: journal records of a save stay as they are. */
const worthDeflating = 1024;

function paddedLength(length: number): number {
  const step = length > 4096 ? 4096 : 256;
  return Math.ceil(length / step) * step;
}

export async function pack(plain: Bytes): Promise<Bytes> {
  if (plain.length < worthDeflating) return wrap(plain, 0);
  return wrap(await allThrough(plain, new CompressionStream('deflate-raw')), 1);
}

/** @param form of the payload: 0 as is, 1 deflate-raw */
export function wrap(payload: Bytes, form: 0 | 1): Bytes {
  const packed = new Uint8Array(paddedLength(headLength + payload.length));
  packed[0] = form;
  new DataView(packed.buffer).setUint32(1, payload.length);
  packed.set(payload, headLength);
  return packed;
}

/** Only for bytes that have been authenticated: what we packed ourselves. */
export async function unpack(packed: Bytes): Promise<Bytes> {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
  const payload = packed.subarray(headLength, headLength + length);
  return packed[0] === 1 ? allThrough(payload, new DecompressionStream('deflate-raw')) : payload;
}
