import { passThrough } from '../../seal/pass-through.ts';
import { type Bytes, concat } from '../../sync/wire/bytes.ts';

/** Bytes of deflate-raw that came over the network; `undefined` where they are none, or are more than `most`. */
export async function inflate(deflated: Bytes, most: number): Promise<Bytes | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of passThrough(deflated, new DecompressionStream('deflate-raw'))) {
      parts.push(part);
      size += part.length;
      if (size > most) return undefined;
    }
  } catch {
    // The only way the browser says "not deflated".
    return undefined;
  }
  return concat(...parts);
}
