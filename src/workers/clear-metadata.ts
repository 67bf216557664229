import { get, set, type UseStore, update } from 'idb-keyval';
import {
  clearMetadata,
  dropPin,
  type LeaseContact,
  type LeaseRecord,
  leaseKey,
  moveWipe,
  renewLate,
  renewLease,
  restKey,
  type SenderRecord,
  senderKey,
  turnHub,
  vaultKey,
  wipeDevice,
} from '../store/outbox.ts';
import type { PinnedKeys } from '../sync/activation.ts';
import type { VaultBox, VaultRecord } from '../vault/vault.ts';

/* The clear metadata: a small key-value database of its own, read by lock screen and service worker. Nothing personal. */

export interface ClearMetadata {
  /** The device that this phone works as; `undefined` before activation. A shared phone has others beside it. */
  device(): Promise<string | undefined>;
  sender(device: string): Promise<SenderRecord | undefined>;
  lease(device: string): Promise<LeaseRecord | undefined>;
  /** @param now by the phone's clock */
  renewLease(device: string, contact: LeaseContact, now: number): Promise<void>;
  /** By a verdict that came as a file. */
  renewLate(device: string, contact: LeaseContact): Promise<void>;
  /** The hub's keys of this device are others from now on. */
  turnHub(device: string, turn: (held: PinnedKeys) => PinnedKeys): Promise<void>;
  /** Everything readable of this device goes; and the hub knows it. */
  wipe(device: string): Promise<void>;
  wipeTold(device: string): Promise<void>;
  /** Nothing is asked by itself before this moment of the phone's clock. */
  rest(device: string, until: number): Promise<void>;
  /** The greatest time ever seen: a clock that is set back opens nothing again. */
  seen(device: string, now: number): Promise<LeaseRecord | undefined>;
  vaultBox(device: string): VaultBox;
  /** All of it, for what comes and goes with a user: `activating/`. */
  readonly store: UseStore;
}

/** Key of the device in use. */
export const currentKey = 'current';

export function openClearMetadata(indexedDB: IDBFactory): ClearMetadata {
  const store = strictStore(indexedDB);
  return {
    device: () => get<string>(currentKey, store),
    sender: (device) => get<SenderRecord>(senderKey(device), store),
    lease: (device) => get<LeaseRecord>(leaseKey(device), store),
    async renewLease(device, contact, now) {
      await update<LeaseRecord>(leaseKey(device), (old) => renewLease(old, contact, now), store);
      if (contact.standing === 'revoked') await dropPin(store, device);
    },
    async renewLate(device, contact) {
      const lease = await get<LeaseRecord>(leaseKey(device), store);
      if (lease === undefined) return;
      await update<LeaseRecord>(leaseKey(device), (old) => renewLate(old ?? lease, contact), store);
      if (contact.standing === 'revoked') await dropPin(store, device);
    },
    turnHub: (device, turn) => turnHub(store, device, turn),
    wipe: (device) => wipeDevice(indexedDB, store, device),
    wipeTold: (device) => moveWipe(store, device, 'told'),
    rest: (device, until) => set(restKey(device), until, store),
    async seen(device, now) {
      const lease = await get<LeaseRecord>(leaseKey(device), store);
      if (lease === undefined || lease.seen >= now) return lease;
      // In one transaction: the service worker may renew the lease between our look and our word.
      let later: LeaseRecord | undefined;
      const turn = (old: LeaseRecord | undefined): LeaseRecord => {
        later = { ...(old ?? lease), seen: Math.max(old?.seen ?? now, now) };
        return later;
      };
      await update<LeaseRecord>(leaseKey(device), turn, store);
      return later;
    },
    vaultBox: (device) => vaultBox(store, device),
    store,
  };
}

function vaultBox(store: UseStore, device: string): VaultBox {
  const key = vaultKey(device);
  const read = () => get<VaultRecord>(key, store);
  return {
    read,
    async change(next) {
      // A record once made is never deleted, so this look before the transaction is enough.
      if ((await read()) === undefined) return undefined;
      let changed: VaultRecord | undefined;
      const turn = (old: VaultRecord | undefined): VaultRecord | undefined => {
        changed = old === undefined ? undefined : next(old);
        return changed;
      };
      await update<VaultRecord | undefined>(key, turn, store);
      return changed;
    },
    create: (record) => set(key, record, store),
  };
}

/** Strict durability: a try that was counted stays counted through a kill, a flat battery, a pulled plug. */
function strictStore(indexedDB: IDBFactory): UseStore {
  const { database, store } = clearMetadata;
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return async (mode, work) =>
    work((await opened).transaction(store, mode, { durability: 'strict' }).objectStore(store));
}
