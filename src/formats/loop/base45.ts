import type { Bytes } from '../../sync/wire/bytes.ts';

/*
 * Base45 (RFC 9285): the 45 letters that a QR code packs into eleven bits a pair, so that two bytes cost 16.5 bits and no
 * reader can take them for text of some code page.
 */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const values = new Map([...alphabet].map((letter, value) => [letter, value]));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = [bytes[at], bytes[at + 1]];
    const number = second === undefined ? first : first * 256 + second;
    text += letter(number) + letter(Math.floor(number / 45));
    if (second !== undefined) text += letter(Math.floor(number / 2025));
  }
  return text;
}

/** `undefined` for anything that `toBase45` could not have written. */
export function fromBase45(text: string): Bytes | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3);
    const [a, b, c = 0] = [...group].map((one) => values.get(one) ?? Number.NaN);
    const number = (a ?? 0) + (b ?? 0) * 45 + c * 2025;
    // Not a number compares with nothing.
    if (!(number < (group.length === 3 ? 0x10000 : 0x100))) return undefined;
    if (group.length === 3) bytes.push(number >> 8);
    bytes.push(number & 255);
  }
  return Uint8Array.from(bytes);
}

function letter(number: number): string {
  return alphabet.charAt(number % 45);
}
