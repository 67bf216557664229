import blake2b from 'argon2id/lib/blake2b.js';

/*
 * The order of Argon2id's blocks (RFC 9106, section 3.2) for one lane, over the WebAssembly of the package `argon2id`.
 * The package's own loop makes an object a block, 32,768 of them, and a third of its time goes into clearing them away.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** What the WebAssembly offers; all parameters are addresses in its memory, but for the numbers of `getLZ`. */
export interface ArgonModule {
  readonly memory: WebAssembly.Memory;
  /** result ← G(x, y) */
  readonly mix: (x: number, y: number, result: number, scratch: number) => void;
  /** result ← G(x, G(x, y)) */
  readonly mixTwice: (x: number, y: number, result: number, scratch: number) => void;
  readonly xor: (result: number, x: number, y: number) => void;
  /** Writes lane and number of the block that the 64 pseudo-random bits choose. */
  readonly choose: (result: number, bits: number, ...numbers: readonly number[]) => void;
}

const blockSize = 1024;
const perAddressBlock = 128;
const slices = 4;
/** Argon2id, version 1.3. */
const kind = 2;
const version = 0x13;

/* Where things stand in the module's memory, as the package lays them out. */
const scratch = 0;
const addresses = 1024;
const addressInput = 2048;
const zeros = 3072;
const chosen = 4096;
const mixed = 4104;
const blocks = 5128;

export interface ArgonInput {
  readonly secret: Bytes;
  readonly salt: Bytes;
  /** Blocks of 1 KiB. */
  readonly memory: number;
  readonly passes: number;
}

/** 32 bytes. Leaves no block readable but what the next run overwrites; ending the worker takes those away. */
export function hashArgon(module: ArgonModule, input: ArgonInput): Bytes {
  const count = slices * Math.floor(input.memory / slices);
  const missing = blocks + count * blockSize - module.memory.buffer.byteLength;
  if (missing > 0) module.memory.grow(Math.ceil(missing / 65_536));
  const bytes = new Uint8Array(module.memory.buffer);
  bytes.fill(0, 0, blocks);
  const first = firstHash(input);
  for (const index of [0, 1]) {
    bytes.set(longHash(blockSize, joined(first, little32(index), little32(0))), blocks + index * blockSize);
  }
  for (let pass = 0; pass < input.passes; pass += 1) {
    for (let slice = 0; slice < slices; slice += 1) fillSegment(module, pass, slice, count, input.passes);
  }
  const last = blocks + (count - 1) * blockSize;
  const tag = longHash(32, bytes.slice(last, last + blockSize));
  bytes.fill(0, 0, blocks);
  return tag;
}

function fillSegment(module: ArgonModule, pass: number, slice: number, count: number, passes: number): void {
  const { choose, memory } = module;
  const view = new DataView(memory.buffer);
  const length = count / slices;
  // The first half of the first pass chooses by a counter, so that what is read tells nothing of the secret.
  const isByCounter = pass === 0 && slice < 2;
  if (isByCounter) writeAddressInput(view, slice, count, passes);
  let previous = blocks + ((slice * length + count - 1) % count) * blockSize;
  for (let at = 0; at < length; at += 1) {
    const here = blocks + (slice * length + at) * blockSize;
    if (isByCounter && at % perAddressBlock === 0) makeAddresses(module, view, at / perAddressBlock + 1);
    // The first two blocks of all come from the first hash.
    if (pass + slice > 0 || at > 1) {
      const bits = isByCounter ? addresses + (at % perAddressBlock) * 8 : previous;
      choose(chosen, bits, 0, 1, pass, slice, at, slices, length);
      makeBlock(module, previous, blocks + view.getUint32(chosen + 4, true) * blockSize, here, pass > 0);
    }
    previous = here;
  }
}

/** From the second pass on, over what stands there. */
function makeBlock(module: ArgonModule, previous: number, other: number, here: number, isOver: boolean): void {
  module.mix(previous, other, isOver ? mixed : here, scratch);
  if (isOver) module.xor(here, mixed, here);
}

function makeAddresses({ mixTwice }: ArgonModule, view: DataView, counter: number): void {
  view.setUint32(addressInput + 48, counter, true);
  mixTwice(zeros, addressInput, addresses, scratch);
}

/** LE64 each: pass 0, lane 0, slice, number of blocks, passes, kind; the counter follows. */
function writeAddressInput(view: DataView, slice: number, count: number, passes: number): void {
  [0, 0, slice, count, passes, kind].forEach((value, index) => {
    view.setUint32(addressInput + index * 8, value, true);
  });
}

/** H0 of section 3.2, without key and associated data. */
function firstHash({ secret, salt, memory, passes }: ArgonInput): Uint8Array {
  const head = [1, 32, memory, passes, version, kind].map(little32);
  const parts = [little32(secret.length), secret, little32(salt.length), salt, little32(0), little32(0)];
  return hash(64, joined(...head, ...parts));
}

/** H' of section 3.3. */
function longHash(length: number, input: Uint8Array): Bytes {
  const result = new Uint8Array(length);
  let last: Bytes = joined(little32(length), input);
  let done = 0;
  for (; length - done > 64; done += 32) {
    last = hash(64, last);
    result.set(last.subarray(0, 32), done);
  }
  result.set(hash(length - done, last), done);
  return result;
}

function hash(length: number, input: Bytes): Bytes {
  const result = new Uint8Array(length);
  blake2b(length).update(input).digest(result);
  return result;
}

function little32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
