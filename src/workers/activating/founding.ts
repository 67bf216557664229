import { promisifyRequest } from 'idb-keyval';
import { openDatabase } from '../../store/database.ts';
import { createNotes } from '../../store/notes.ts';
import { removeDatabase } from '../../store/opening/remove-database.ts';
import { type LeaseRecord, leaseKey, type SenderRecord, senderKey, vaultKey } from '../../store/outbox.ts';
import type { DataKey } from '../../vault/data-key.ts';
import { createSealer } from '../../vault/sealer.ts';
import type { VaultBox } from '../../vault/vault.ts';
import type { Who } from '../api/phone-api.ts';
import { type ClearMetadata, currentKey } from '../clear-metadata.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import type { Activated } from './activation.ts';
import { unfinishedKey } from './unfinished.ts';
import { activationNote, type KeptActivation, keptOf, settingsShelf, whoOf } from './who.ts';

export { activateDevice } from './activation.ts';
export { unfinishedCode } from './unfinished.ts';

/** A user who has no PIN yet: nothing of her stands on the phone, and nobody else's door is moved. */
export interface NewDevice {
  readonly device: string;
  readonly who: Who;
  /** Makes her database anew; comes before the vault. */
  readonly found: (key: DataKey) => Promise<void>;
  /** The vault's record brings all that a device needs with it, in one transaction: until then the same code begins again. */
  readonly box: VaultBox;
}

export function newDevice(ports: PhonePorts, clear: ClearMetadata, activated: Activated): NewDevice {
  const { activation, code, signKey } = activated;
  const { device, keys: hub, lease, hubTime } = activation;
  const kept = keptOf(activation);
  return {
    device,
    who: whoOf(kept),
    async found(key) {
      await removeDatabase(ports, device);
      await foundDatabase(ports, key, kept);
    },
    box: {
      ...clear.vaultBox(device),
      create(vault) {
        const sender: SenderRecord = { v: 1, device, signKey, hub };
        const leased: LeaseRecord = { lease, contactAt: hubTime, seen: Math.max(hubTime, ports.now()) };
        return clear.store('readwrite', (store) => {
          store.put(sender, senderKey(device));
          store.put(leased, leaseKey(device));
          store.put(vault, vaultKey(device));
          store.put(device, currentKey);
          store.delete(unfinishedKey(code));
          return promisifyRequest(store.transaction);
        });
      },
    },
  };
}

/** Keeps what the hub said at activation, sealed: the first thing that stands in a new database. */
async function foundDatabase(ports: PhonePorts, key: DataKey, activation: KeptActivation): Promise<void> {
  const database = await openDatabase(ports, activation.device);
  const sealer = createSealer(ports, key, activation.device);
  await createNotes(database, sealer, settingsShelf).put(activationNote, activation);
  database.close();
}
