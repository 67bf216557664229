import { type ReadonlySignal, signal } from '@preact/signals';
import type { PhoneApi, PhoneEvent, SyncState, VaultState, Who } from '../workers/api/phone-api.ts';
import type { PhoneLine } from './phone-line.ts';

/** What the whole app knows of its worker: drawn by the shell, moved by its doors. */
export interface Session {
  readonly phone: ReadonlySignal<PhoneApi | undefined>;
  readonly vault: ReadonlySignal<VaultState | undefined>;
  readonly sync: ReadonlySignal<SyncState>;
  readonly revision: ReadonlySignal<number>;
  readonly begin: () => Promise<void>;
  /** Asks the vault again, after a screen opened or filled it. */
  readonly refresh: () => Promise<void>;
  /** Keeps what is in hand, drops the key, ends the worker, and stands at the lock screen. */
  readonly lock: () => Promise<void>;
  /** The phone goes over to another user's door, and the worker ends: what begins next begins there. */
  readonly switchUser: (device: string) => Promise<void>;
  /** Another tab has the book now: the worker ends, nothing is asked any more. */
  readonly leave: () => void;
  /**
   * Sends and fetches. By itself not before the moment that the hub asked for; when a person asks, at once.
   * @returns what came of it; nothing where it was not tried
   */
  readonly syncNow: (isAsked?: boolean) => Promise<SyncState | undefined>;
  readonly beforeLock: (keep: () => Promise<void>) => () => void;
}

interface SessionDoors {
  readonly openLine: () => PhoneLine;
  /** What the vault will most likely answer: shown until it does. */
  readonly foreseen: () => VaultState | undefined;
  /** Told when something was saved, by whichever screen; resolves when its sending is arranged, also for a page that is closed now. */
  readonly onSaved: () => Promise<void>;
  /** Another user's book opened in a page in which one was open before. */
  readonly onOther: () => void;
  /** How long a worker or the browser is waited for. */
  readonly patience: () => Promise<void>;
}

const nothingKnown: SyncState = {
  is: 'opening',
  waiting: 0,
  waitsSince: null,
  mending: 0,
  sentAt: null,
  isWhole: true,
  agreedAt: null,
  clockOffset: null,
  failures: 0,
};

export function openSession(doors: SessionDoors): Session {
  const phone = signal<PhoneApi | undefined>(undefined);
  const vault = signal<VaultState | undefined>(undefined);
  const sync = signal<SyncState>(nothingKnown);
  const revision = signal(0);
  const keepers = new Set<() => Promise<void>>();
  let line: PhoneLine | undefined;
  let shownDevice: string | undefined;

  const leave = (): void => {
    line?.end();
    line = undefined;
    phone.value = undefined;
    vault.value = undefined;
    sync.value = nothingKnown;
  };
  const refresh = async (): Promise<void> => {
    const asked = line;
    const state = await asked?.phone.state();
    // An answer of a worker that was ended meanwhile says nothing about the present one.
    if (asked !== line || state === undefined) return;
    if (state.is === 'open') {
      const isOther = shownDevice !== undefined && shownDevice !== state.who.device;
      if (isOther) return doors.onOther();
      shownDevice = state.who.device;
    }
    // The book first, then what its bar says.
    vault.value = state;
    if (state.is === 'open') await readSync();
  };
  const learn = (who: Who): void => {
    if (vault.value?.is === 'open') vault.value = { is: 'open', who };
  };
  const take = (event: PhoneEvent): void => {
    switch (event.is) {
      case 'sync':
        sync.value = event.state;
        return;
      case 'register':
        revision.value += 1;
        return;
      case 'saved':
        // The bar counts what waits once it would leave by itself; a browser that arranges nothing is not waited for.
        void Promise.race([doors.onSaved(), doors.patience()]).then(readSync);
        return;
      case 'who':
        learn(event.who);
        return;
      case 'locked':
        void restart();
    }
  };
  const begin = async (): Promise<void> => {
    const opened = doors.openLine();
    line = opened;
    phone.value = opened.phone;
    vault.value = doors.foreseen();
    await opened.phone.watch((event) => {
      if (opened === line) take(event);
    });
    await refresh();
  };
  const readSync = async (): Promise<void> => {
    const asked = line;
    const state = await asked?.phone.syncState();
    if (state && asked === line) sync.value = state;
  };
  const restart = async (): Promise<void> => {
    leave();
    await begin();
  };
  const switchUser = async (device: string): Promise<void> => {
    await line?.phone.switchUser(device);
    leave();
  };
  const lock = async (): Promise<void> => {
    // Before a new PIN is chosen nothing is in hand, but the key is there.
    if (vault.value?.is !== 'open') return shut();
    // A draft that could not be kept is told afterwards; it never leaves the book open.
    await Promise.all([...keepers].map((keep) => keep())).finally(shut);
  };
  const shut = async (): Promise<void> => {
    const locking = line;
    // A worker that hangs must not keep the book open: ending it drops the key too.
    await Promise.race([locking?.phone.lock(), doors.patience()]);
    if (locking === line) await restart();
  };
  let restUntil = 0;
  const syncNow = async (isAsked = false): Promise<SyncState | undefined> => {
    if (vault.value?.is !== 'open') return undefined;
    if (!isAsked && Date.now() < restUntil) return undefined;
    const asked = line;
    const state = await asked?.phone.sync();
    if (state === undefined || asked !== line) return undefined;
    restUntil = Date.now() + (state.retryAfterSeconds ?? 0) * 1_000;
    sync.value = state;
    return state;
  };
  const beforeLock = (keep: () => Promise<void>): (() => void) => {
    keepers.add(keep);
    return () => keepers.delete(keep);
  };
  return { phone, vault, sync, revision, begin, refresh, lock, switchUser, leave, syncNow, beforeLock };
}
