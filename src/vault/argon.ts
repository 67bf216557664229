import { type ArgonModule, hashArgon } from './argon-blocks.ts';

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
  const memory = new WebAssembly.Memory({ initial: 1040, maximum: 65_536 });
  const imports = { env: { memory } };
  const { instance } = await (WebAssembly.validate(simd)
    ? WebAssembly.instantiate(simd, imports)
    : WebAssembly.instantiate(plain, imports));
  const module = readModule(instance, memory);
  return async (secret, salt, { memory: blocks, passes, lanes }) => {
    if (lanes !== 1) throw new RangeError('one lane only');
    return hashArgon(module, { secret, salt, memory: blocks, passes });
  };
}

/** The package's names for what RFC 9106 calls G and the choice of a block. */
function readModule({ exports }: WebAssembly.Instance, memory: WebAssembly.Memory): ArgonModule {
  const named = (name: string) => {
    const found = exports[name];
    if (typeof found !== 'function') throw new Error(`no ${name} in this WebAssembly`);
    return (...numbers: readonly number[]) => void found(...numbers);
  };
  return { memory, mix: named('G'), mixTwice: named('G2'), xor: named('xor'), choose: named('getLZ') };
}
