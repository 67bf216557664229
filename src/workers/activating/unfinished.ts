import { del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';

/** Key of an activation that was not ended, kept under its code. */
export interface UnfinishedKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: string;
  /** The hub knows it: with this key, and with no other, the code is good until a PIN was chosen. */
  readonly isTaken: boolean;
}

const prefix = 'unfinished:';
/** As the hub reads it: the same code, typed in another way, is the same. */
export const unfinishedKey = (code: string): string => prefix + code.toUpperCase().replace(/[\s-]/g, '');

export function unfinishedOf(clear: UseStore, code: string): Promise<UnfinishedKey | undefined> {
  return get<UnfinishedKey>(unfinishedKey(code), clear);
}

export function keepUnfinished(clear: UseStore, code: string, key: UnfinishedKey): Promise<void> {
  return set(unfinishedKey(code), key, clear);
}

export function dropUnfinished(clear: UseStore, code: string): Promise<void> {
  return del(unfinishedKey(code), clear);
}

/** Of everything in the clear metadata. */
export async function keysOf(clear: UseStore): Promise<readonly string[]> {
  return (await clear('readonly', (store) => promisifyRequest(store.getAllKeys()))).map(String);
}

/** A code that a hub has taken from this phone and that has no PIN yet. */
export async function unfinishedCode(clear: UseStore): Promise<string | undefined> {
  for (const key of await keysOf(clear)) {
    if (!key.startsWith(prefix)) continue;
    const code = key.slice(prefix.length);
    if ((await unfinishedOf(clear, code))?.isTaken) return code;
  }
  return undefined;
}
