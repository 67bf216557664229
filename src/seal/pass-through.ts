import { type Bytes, concat } from '../sync/wire/bytes.ts';

type Transform = CompressionStream | DecompressionStream;

/**
 * Parts of what comes of these bytes, as they come. Not by way of a Blob: those are kept by the browser's own process, and
 * each costs a cheap phone several round trips to it.
 * @throws where a DecompressionStream is given what it cannot read
 */
export async function* passThrough(bytes: Bytes, { readable, writable }: Transform): AsyncGenerator<Uint8Array> {
  const writer = writable.getWriter();
  // What breaks is thrown to whoever reads.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** All that comes of them. */
export async function allThrough(bytes: Bytes, transform: Transform): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  for await (const part of passThrough(bytes, transform)) parts.push(part);
  return concat(...parts);
}
