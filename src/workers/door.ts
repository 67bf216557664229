import { bad, good, type Outcome } from '../domain/outcome.ts';
import { type Database, openDatabase } from '../store/database.ts';
import type { LeaseRecord } from '../store/outbox.ts';
import type { DataKey } from '../vault/data-key.ts';
import type { KeySlot } from '../vault/key-slot.ts';
import { pinFault } from '../vault/pin.ts';
import { createTurns, createVault, type Vault, type VaultRefusal } from '../vault/vault.ts';
import type { NewDevice } from './activating/founding.ts';
import type { PhoneApi, Who } from './api/phone-api.ts';
import type { UsersApi } from './api/users-api.ts';
import type { ClearMetadata } from './clear-metadata.ts';
import { closingOf, type PhoneClock } from './ports/clock.ts';
import type { PhonePorts } from './ports/phone-ports.ts';
import { openSession, type Session } from './session.ts';

type Phase =
  | { readonly is: 'closed' }
  | { readonly is: 'card'; readonly founded: NewDevice; readonly vault: Vault; readonly key: DataKey }
  | { readonly is: 'open'; readonly session: Session; readonly vault: Vault };

export interface Door
  extends Pick<PhoneApi, 'state' | 'activate' | 'choosePin' | 'unlock' | 'unlockWithCard' | 'lock'>,
    Pick<UsersApi, 'users' | 'switchUser' | 'chooseLabel' | 'leaveRescue'> {
  /** `undefined` while locked. */
  session(): Session | undefined;
}

type Opening = (vault: Vault) => Promise<Outcome<DataKey, VaultRefusal>>;

export interface DoorEvents {
  /** What the register shows has changed. */
  readonly onChange: () => void;
  readonly onOpen: (session: Session) => void;
}

/** Everything between a closed phone and an open one: activation, PIN, card, lock. */
export function createDoor(ports: PhonePorts, clear: ClearMetadata, events: DoorEvents): Door {
  let phase: Phase = { is: 'closed' };
  /** Opened by the card or a code: the book does not show before a new PIN is chosen. */
  let isPinDue = false;
  let early: { readonly device: string; readonly database: Promise<Database> } | undefined;

  /** What an unlocking needs and a key does not: begun while the PIN is typed. */
  function prepare(device: string): void {
    ports.argon.warm();
    if (early?.device === device) return;
    early = { device, database: openDatabase(ports, device) };
    // A failure shows in the unlocking, which awaits this same promise.
    early.database.catch(() => undefined);
  }

  async function enter(vault: Vault, device: string, key: DataKey): Promise<Who | undefined> {
    const record = await clear.sender(device);
    const clock = clockOf(await clear.lease(device));
    const opened = early?.device === device ? early.database : undefined;
    early = undefined;
    const session = record && (await openSession(ports, key, record, clock, events.onChange, opened));
    ports.argon.end();
    if (session === undefined) return undefined;
    phase = { is: 'open', session, vault };
    events.onOpen(session);
    return session.who;
  }

  async function unlockBy(open: Opening): Promise<Outcome<Who, VaultRefusal>> {
    if (phase.is === 'open') return good(phase.session.who);
    const device = await clear.device();
    if (device === undefined) return bad({ why: 'damaged' });
    const vault = vaultOf(ports, clear, device);
    const opened = await open(vault);
    if (!opened.ok) return opened;
    const who = await enter(vault, device, opened.value);
    return who === undefined ? bad({ why: 'damaged' }) : good(who);
  }

  async function unlockWithCard(words: readonly string[]): Promise<Outcome<Who, VaultRefusal>> {
    const opened = await unlockBy((vault) => vault.unlockWithCard(words));
    isPinDue ||= opened.ok;
    return opened;
  }

  async function activate(code: string, fingerprint = ''): ReturnType<PhoneApi['activate']> {
    const activating = await fetchActivating();
    if (activating === undefined) return bad('offline');
    const activated = await activating.activateDevice(ports, clear, code.trim(), fingerprint);
    if (!activated.ok) return activated;
    const founded = activating.newDevice(ports, clear, activated.value);
    const vault = vaultOf(ports, clear, founded.device, founded.box);
    const { card, key } = await vault.create();
    phase = { is: 'card', founded, vault, key };
    return good({ card, who: founded.who });
  }

  /** Of whose book is open, or about to be founded. */
  async function chooseLabel(text: string): ReturnType<UsersApi['chooseLabel']> {
    if (phase.is === 'closed') throw new Error('a label is chosen after activation, or while unlocked');
    const { device } = phase.is === 'card' ? phase.founded : phase.session.record;
    return (await fetchUsers()).chooseLabel(clear.store, device, text);
  }

  async function lock(): Promise<void> {
    if (phase.is === 'open') phase.session.store.close();
    if (phase.is !== 'closed') phase.vault.lock();
    phase = { is: 'closed' };
    isPinDue = false;
  }

  async function choosePin(pin: string): ReturnType<PhoneApi['choosePin']> {
    const fault = pinFault(pin);
    if (fault !== undefined) return bad(fault);
    if (phase.is === 'closed') throw new Error('a PIN is chosen after activation, or while unlocked');
    if (phase.is === 'open') await phase.vault.choosePin(pin);
    else {
      const { founded, vault, key } = phase;
      await founded.found(key);
      await vault.choosePin(pin);
      await enter(vault, founded.device, key);
    }
    ports.argon.end();
    isPinDue = false;
    return good(null);
  }

  // One after the other: a button pressed twice must not found a phone anew beneath the book it has just opened.
  const inTurn = createTurns();
  return {
    state: async () => {
      if (phase.is === 'open') return isPinDue ? { is: 'card' } : { is: 'open', who: phase.session.who };
      return closedState(ports, clear, phase, prepare);
    },
    activate: (code, fingerprint) => inTurn(() => activate(code, fingerprint)),
    choosePin: (pin) => inTurn(() => choosePin(pin)),
    unlock: (pin) => inTurn(() => unlockBy((vault) => vault.unlock(pin))),
    unlockWithCard: (words) => inTurn(() => unlockWithCard(words)),
    lock,
    users: async () => (await fetchUsers()).tellUsers(clear.store),
    leaveRescue: async () =>
      phase.is === 'open' ? (await import('./activating/rescuing.ts')).leaveRescue(ports, phase, inTurn) : 'not_kept',
    chooseLabel: (text) => inTurn(() => chooseLabel(text)),
    async switchUser(device) {
      await lock();
      await (await fetchUsers()).turnTo(clear.store, device);
    },
    session: () => (phase.is === 'open' ? phase.session : undefined),
  };
}

/** Once in a phone's life, and then with a network: no day's start carries it. `undefined` where there is none. */
function fetchActivating() {
  return import('./activating/founding.ts').catch(() => undefined);
}

/** Asked behind the lock screen, and where somebody looks who uses this phone. */
function fetchUsers() {
  return import('./activating/users.ts');
}

/** How far this phone's clock is off, as the last contact told. */
function clockOf(lease: LeaseRecord | undefined): PhoneClock {
  const ahead = lease?.clockAhead;
  if (lease === undefined || ahead === undefined) return {};
  return { ahead, metAt: lease.contactAt + ahead, closesAt: closingOf(lease.lease, ahead) };
}

function vaultOf(ports: PhonePorts, clear: ClearMetadata, device: string, box = clear.vaultBox(device)): Vault {
  const { subtle, random, now } = ports;
  const isAllowed = (kind: KeySlot['kind']) => isWithinLease(clear, device, kind, now());
  return createVault({ subtle, random, now, isAllowed, argon: ports.argon.derive, box });
}

async function closedState(
  ports: PhonePorts,
  clear: ClearMetadata,
  phase: Phase,
  prepare: (device: string) => void,
): ReturnType<PhoneApi['state']> {
  if (phase.is === 'card') return { is: 'card' };
  const device = await clear.device();
  if (device === undefined) {
    const code = await (await fetchActivating())?.unfinishedCode(clear.store);
    return { is: 'empty', ...(code !== undefined && { unfinished: code }) };
  }
  const lease = await clear.lease(device);
  if (lease?.standing === 'revoked') {
    if (lease.wipe !== undefined && lease.wipe !== 'told') await obeyWipe(ports, clear, device);
    return { is: 'revoked' };
  }
  const standing = await vaultOf(ports, clear, device).standing();
  if (standing.is === 'locked') prepare(device);
  return standing;
}

/** Cut off in the middle it is done again at the next opening, here or by the service worker. */
async function obeyWipe(ports: PhonePorts, clear: ClearMetadata, device: string): Promise<void> {
  const { wipePhone } = await import('./syncing/wiping.ts');
  await wipePhone(ports, clear, device);
}

/** The lease ends the PIN window first, then the card's; the clock is the greatest time ever seen. */
async function isWithinLease(
  clear: ClearMetadata,
  device: string,
  kind: KeySlot['kind'],
  now: number,
): Promise<boolean> {
  const record = await clear.seen(device, now);
  // Cleared by somebody's hand: the PIN opens nothing.
  if (record === undefined) return kind !== 'pin';
  if (record.standing === 'revoked') return false;
  const { until, pinUntil } = record.lease;
  const limits = kind === 'pin' ? [until, pinUntil] : [until];
  return limits.every((limit) => limit === null || record.seen <= limit);
}
