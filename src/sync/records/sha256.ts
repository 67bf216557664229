import type { Bytes } from '../wire/bytes.ts';

/*
 * SHA-256 (FIPS 180-4) in plain TypeScript, for a phone that digests 60,000 records of 200 bytes: WebCrypto answers each
 * call by a promise, which costs more than the hash. Nothing secret passes here, so timing does not matter.
 */

const rounds = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const start = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));
const words = new Uint32Array(64);

/** Of what is hashed in one block that is filled anew: a buffer for every record would be most of the work. */
const usualLength = 4_096;
const usual = new Uint8Array(usualLength);
const state = new Uint32Array(8);
const encoder = new TextEncoder();

/** 32 bytes, of these bytes or of a text's UTF-8. */
export function sha256(of: Uint8Array | string): Bytes {
  // A UTF-16 unit is three bytes at most.
  const block = blockFor(typeof of === 'string' ? of.length * 3 : of.length);
  if (typeof of === 'string') return digest(block, encoder.encodeInto(of, block).written);
  block.set(of);
  return digest(block, of.length);
}

function blockFor(length: number): Bytes {
  const needed = paddedLength(length);
  return needed <= usualLength ? usual : new Uint8Array(needed);
}

/** In 64 bytes each, with the mark and the number of bits behind them. */
function paddedLength(length: number): number {
  return (((length + 8) >> 6) + 1) << 6;
}

/** Of the first bytes of the block. */
function digest(block: Bytes, length: number): Bytes {
  const view = new DataView(block.buffer);
  const end = paddedLength(length);
  block.fill(0, length, end);
  block[length] = 0x80;
  view.setUint32(end - 8, Math.floor(length / 0x20000000));
  view.setUint32(end - 4, length << 3);
  state.set(start);
  for (let at = 0; at < end; at += 64) compress(view, at);
  const found = new Uint8Array(32);
  for (let at = 0; at < 32; at++) found[at] = word(state, at >> 2) >>> (24 - 8 * (at & 3));
  return found;
}

function compress(view: DataView, at: number): void {
  schedule(view, at);
  // One by one: to take a typed array apart costs as much as twenty rounds.
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let round = 0; round < 64; round++) {
    const choice = (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g));
    const t1 = (h + choice + word(rounds, round) + word(words, round)) | 0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = word(state, 0) + a;
  state[1] = word(state, 1) + b;
  state[2] = word(state, 2) + c;
  state[3] = word(state, 3) + d;
  state[4] = word(state, 4) + e;
  state[5] = word(state, 5) + f;
  state[6] = word(state, 6) + g;
  state[7] = word(state, 7) + h;
}

function schedule(view: DataView, at: number): void {
  for (let index = 0; index < 16; index++) words[index] = view.getUint32(at + index * 4);
  for (let index = 16; index < 64; index++) {
    const [early, late] = [word(words, index - 15), word(words, index - 2)];
    const mixEarly = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const mixLate = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = word(words, index - 16) + mixEarly + word(words, index - 7) + mixLate;
  }
}

function rotate(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function word(list: Uint32Array, index: number): number {
  return list[index] ?? 0;
}

function fraction(value: number): number {
  return (value - Math.floor(value)) * 2 ** 32;
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
