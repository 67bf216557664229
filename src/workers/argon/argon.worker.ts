import plainUrl from 'argon2id/dist/no-simd.wasm?url';
import simdUrl from 'argon2id/dist/simd.wasm?url';
import { expose } from 'comlink';
import { type Argon, type ArgonCost, loadArgon, standardCost } from '../../vault/argon.ts';
import type { ArgonApi } from './argon-api.ts';

/* Key derivation in a worker of its own: started and warmed while the lock screen is shown, ended after use. */

/**
 * A first run costs twice a later one: the memory is touched, the engine compiles. So it is run beforehand: once over the
 * whole memory, whose growth makes what was compiled before worthless, then in short steps; between them a PIN that comes
 * early gets its turn.
 */
const warmUpCosts: readonly ArgonCost[] = [
  { ...standardCost, passes: 1 },
  ...Array.from({ length: 8 }, () => ({ memory: 4 * 1024, passes: 3, lanes: 1 })),
];

let isAsked = false;

async function load(): Promise<Argon> {
  const bytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  return loadArgon(await bytes(simdUrl), await bytes(plainUrl));
}

async function warmUp(argon: Argon): Promise<void> {
  for (const cost of warmUpCosts) {
    await new Promise((resolve) => setTimeout(resolve));
    if (isAsked) return;
    await argon(new Uint8Array(8), new Uint8Array(16), cost);
  }
}

const loaded = load();
// The failure is told to whoever asks; without this line the browser would report it before anybody does.
loaded.then(warmUp).catch(() => undefined);

const api: ArgonApi = {
  async derive(...asked) {
    isAsked = true;
    return (await loaded)(...asked);
  },
};
expose(api);
