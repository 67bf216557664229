import plainUrl from 'argon2id/dist/no-simd.wasm?url';
import simdUrl from 'argon2id/dist/simd.wasm?url';
import { expose } from 'comlink';
import { type Argon, loadArgon } from '../../vault/argon.ts';
import type { ArgonApi } from './argon-api.ts';

/* Key derivation in a worker of its own: started and warmed while the lock screen is shown, ended after use. */

/** Small and quick, but enough for the engine to compile what the real run needs. */
const warmUpCost = { memory: 1024, passes: 1, lanes: 1 };

async function load(): Promise<Argon> {
  const bytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  const argon = await loadArgon(await bytes(simdUrl), await bytes(plainUrl));
  await argon(new Uint8Array(8), new Uint8Array(16), warmUpCost);
  return argon;
}

const loaded = load();
// The failure is told to whoever asks; without this line the browser would report it before anybody does.
loaded.catch(() => undefined);

const api: ArgonApi = { derive: async (...asked) => (await loaded)(...asked) };
expose(api);
