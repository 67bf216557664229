import { type Bytes, concat } from '../../sync/wire/bytes.ts';

/** Bytes of deflate-raw that came over the network; `undefined` where they are none, or are more than `most`. */
export async function inflate(deflated: Bytes, most: number): Promise<Bytes | undefined> {
  const reader = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
      if (size > most) return void (await reader.cancel());
    }
  } catch {
    // The only way the browser says "not deflated".
    return undefined;
  }
  return concat(...parts);
}
