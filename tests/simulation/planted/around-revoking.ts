import type { DeviceRow, HubPorts, HubTransaction } from '../../../src/sync/hub-ports.ts';
import type { Plant } from '../plant.ts';

/* Bugs around devices that were revoked. */

function aroundTransaction(change: (tx: HubTransaction, ports: HubPorts) => Partial<HubTransaction>): Plant {
  return {
    hub: (ports) => ({
      ...ports,
      transaction: (book, places, entry, work) =>
        ports.transaction(book, places, entry, (tx) => work({ ...tx, ...change(tx, ports) })),
    }),
  };
}

const active = (device: DeviceRow | undefined): DeviceRow | undefined => device && { ...device, status: 'active' };

/** The order is told, and nobody looks at it where ops are judged. */
const goesOnWriting = aroundTransaction((tx) => ({ device: async (id) => active(await tx.device(id)) }));

/** What comes too late is answered as refused and kept nowhere. */
const thrownAway = aroundTransaction(() => ({ quarantine: async () => undefined }));

/** Who is revoked is told nothing any more, not even what was answered before. */
const answersForgotten = aroundTransaction((tx) => ({
  async verdicts(device, first, last) {
    return (await tx.device(device))?.status === 'revoked' ? [] : tx.verdicts(device, first, last);
  },
}));

export const plantedAroundRevoking: { readonly [name: string]: Plant } = {
  'revoked device goes on writing': goesOnWriting,
  'work of a revoked device thrown away': thrownAway,
  'answers of before a revocation forgotten': answersForgotten,
};
