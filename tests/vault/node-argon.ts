import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Argon, loadArgon } from '../../src/vault/argon.ts';

const folder = join(import.meta.dirname, '../../node_modules/argon2id/dist');

/** The same WebAssembly that the phone runs. */
export function nodeArgon(): Promise<Argon> {
  const module = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  return loadArgon(module('simd.wasm'), module('no-simd.wasm'));
}

export const subtle = globalThis.crypto.subtle;

export function random(length: number): Uint8Array<ArrayBuffer> {
  return globalThis.crypto.getRandomValues(new Uint8Array(length));
}

/** For stories in which nobody tries to break a lock: 256 KiB and one pass, whatever is asked for. */
export async function briefArgon(): Promise<Argon> {
  const derive = await nodeArgon();
  return (secret, salt, cost) => derive(secret, salt, { ...cost, memory: 256, passes: 1 });
}
