import setupArgon from 'argon2id/lib/setup.js';

export interface ArgonCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id (RFC 9106), 32 bytes out. */
export type Argon = (secret: Bytes, salt: Bytes, cost: ArgonCost) => Promise<Bytes>;
type Bytes = Uint8Array<ArrayBuffer>;

/** What new slots cost: 32 MiB, 3 passes, about 1.5 s on the cheapest phone in use. */
export const standardCost: ArgonCost = { memory: 32 * 1024, passes: 3, lanes: 1 };

const floor = { memory: 19 * 1024, passes: 2 };
const ceiling = { memory: 256 * 1024, passes: 16 };

/** A slot that asks for less than 19 MiB and 2 passes (OWASP) was tampered with; one that asks for too much would hang the phone. */
export function isBearableCost(cost: ArgonCost): boolean {
  const { memory, passes, lanes } = cost;
  const isStrong = memory >= floor.memory && passes >= floor.passes && lanes === 1;
  return isStrong && memory <= ceiling.memory && passes <= ceiling.passes;
}

/**
 * Instantiates Argon2id with a memory of its own (65 MB); ending the worker is the only way to give it back.
 * @param simd, plain the two WebAssembly modules of the package; `plain` serves processors without SIMD
 */
export async function loadArgon(simd: Bytes, plain: Bytes): Promise<Argon> {
  const hash = await setupArgon(
    (imports) => WebAssembly.instantiate(simd, imports),
    (imports) => WebAssembly.instantiate(plain, imports),
  );
  return async (secret, salt, cost) =>
    new Uint8Array(
      hash({
        password: secret,
        salt,
        parallelism: cost.lanes,
        passes: cost.passes,
        memorySize: cost.memory,
        tagLength: 32,
      }),
    );
}
