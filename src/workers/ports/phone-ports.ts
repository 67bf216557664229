import type { Argon } from '../../vault/argon.ts';

/** The world as a phone needs it. Real doors stand in the worker's entry; tests run the same phone behind others. */
export interface PhonePorts {
  readonly indexedDB: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
  readonly subtle: SubtleCrypto;
  /** That many random bytes. */
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Origin of the hub; "" = the page's own. */
  readonly origin: string;
  /** Names this build of the app: what it keeps for itself alone is no use to any other. */
  readonly edition: string;
  /** ms since 1970 by the phone's clock. */
  readonly now: () => number;
  readonly argon: ArgonLine;
  /** Web Locks: nobody else on this phone holds `name` while `work` runs. */
  readonly exclusively: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
}

/** Key derivation in a worker of its own. */
export interface ArgonLine {
  readonly derive: Argon;
  /** Starts the worker ahead of the PIN, while the lock screen is shown. */
  readonly warm: () => void;
  /** Ends the worker: only so is its memory given back. */
  readonly end: () => void;
}
