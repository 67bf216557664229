import type { HubPorts } from '../../../src/sync/hub-ports.ts';
import type { Plant } from '../plant.ts';

/* Bugs around keys of the hub that are turned. */

function withCrypto(change: (crypto: HubPorts['crypto']) => Partial<HubPorts['crypto']>): Plant {
  return { hub: (ports) => ({ ...ports, crypto: { ...ports.crypto, ...change(ports.crypto) } }) };
}

/** Whoever has a new key throws the old one away. */
const oldKeyForgotten = withCrypto((crypto) => ({ holdsKey: (keyId) => keyId === crypto.pinned().sealId }));

/** Signed by the newest key, whatever the reader knows. */
const newestKeySigns = withCrypto((crypto) => ({
  signVerdict: (verdict) => crypto.signVerdict(verdict, crypto.pinned().sealId),
}));

const newKeyIgnored: Plant = { turned: (_next, before) => before };

/** The new keys take the place of the old ones, and answers that are under way are nobody's. */
const oldVerdictKeyDropped: Plant = { turned: (next) => ({ ...next, former: [] }) };

export const plantedAroundKeys: { readonly [name: string]: Plant } = {
  'old key forgotten at the turn': oldKeyForgotten,
  'signed by the newest key alone': newestKeySigns,
  'new key ignored': newKeyIgnored,
  'old verdict key dropped at the turn': oldVerdictKeyDropped,
};
