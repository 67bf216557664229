/* Bytes as text and back. No platform object: phone, service worker and hub use the same few lines. */

export type Bytes = Uint8Array<ArrayBuffer>;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Value of each ASCII letter; 255 for what is none. */
const sextets = new Uint8Array(128).fill(255);
for (const [index, letter] of [...alphabet].entries()) sextets[letter.charCodeAt(0)] = index;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = [bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | (b << 8) | c;
    const letters = Math.min(bytes.length - at, 3) + 1;
    for (let letter = 0; letter < letters; letter++) text += alphabet[(group >> (18 - 6 * letter)) & 63];
  }
  return text;
}

/** `undefined` for anything that `toBase64url` could not have written, stray bits at the end included. */
export function fromBase64url(text: string): Bytes | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [buffer, bits, at] = [0, 0, 0];
  for (let letter = 0; letter < text.length; letter++) {
    const sextet = sextets[text.charCodeAt(letter)] ?? 255;
    if (sextet === 255) return undefined;
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = buffer >> bits;
    }
  }
  return bits < 6 && (buffer & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexPairs[byte];
  return text;
}

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Strict: `undefined` for bytes that are not well-formed UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Big-endian, as in every length field of the wire form. */
export function u16(value: number): Bytes {
  return Uint8Array.of(value >>> 8, value);
}

export function u32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** `undefined` beyond the end. */
export function readU16(bytes: Uint8Array, at: number): number | undefined {
  return at + 2 > bytes.length ? undefined : readBigEndian(bytes, at, 2);
}

/** `undefined` beyond the end. */
export function readU32(bytes: Uint8Array, at: number): number | undefined {
  return at + 4 > bytes.length ? undefined : readBigEndian(bytes, at, 4);
}

export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function readBigEndian(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0);
}
