const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** JSON as UTF-8, ready to be sealed. */
export function toBytes(data: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(data));
}

/** Only for bytes that were authenticated: what this programme wrote, in the version it says. */
export function fromBytes<Written>(bytes: Uint8Array): Written {
  return JSON.parse(decoder.decode(bytes)) as Written;
}
