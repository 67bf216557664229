import { bad, good, type Outcome } from '../domain/outcome.ts';
import { type Database, openDatabase, removeDatabase } from '../store/database.ts';
import type { LeaseRecord } from '../store/outbox.ts';
import type { DataKey } from '../vault/data-key.ts';
import type { KeySlot } from '../vault/key-slot.ts';
import { pinFault } from '../vault/pin.ts';
import { createVault, type Vault, type VaultRefusal } from '../vault/vault.ts';
import type { Activated } from './activating/activation.ts';
import { keptOf, whoOf } from './activating/who.ts';
import type { PhoneApi, Who } from './api/phone-api.ts';
import type { ClearMetadata } from './clear-metadata.ts';
import type { PhoneClock } from './ports/clock.ts';
import type { PhonePorts } from './ports/phone-ports.ts';
import { foundDevice, openSession, type Session } from './session.ts';

type Phase =
  | { readonly is: 'closed' }
  | { readonly is: 'card'; readonly activated: Activated; readonly vault: Vault; readonly key: DataKey }
  | { readonly is: 'open'; readonly session: Session; readonly vault: Vault };

export interface Door
  extends Pick<PhoneApi, 'state' | 'activate' | 'choosePin' | 'unlock' | 'unlockWithCard' | 'lock'> {
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

  async function activate(code: string, fingerprint = ''): ReturnType<PhoneApi['activate']> {
    const activating = await fetchActivating();
    if (activating === undefined) return bad('offline');
    const activated = await activating.activateDevice(ports, clear, code.trim(), fingerprint);
    if (!activated.ok) return activated;
    const { activation } = activated.value;
    const vault = vaultOf(ports, clear, activation.device);
    const { card, key } = await vault.create();
    phase = { is: 'card', activated: activated.value, vault, key };
    return good({ card, who: whoOf(keptOf(activation)) });
  }

  async function choosePin(pin: string): ReturnType<PhoneApi['choosePin']> {
    const fault = pinFault(pin);
    if (fault !== undefined) return bad(fault);
    if (phase.is === 'closed') throw new Error('a PIN is chosen after activation, or while unlocked');
    if (phase.is === 'open') await phase.vault.choosePin(pin);
    else {
      await foundPhone(ports, clear, phase, pin);
      await enter(phase.vault, phase.activated.activation.device, phase.key);
    }
    ports.argon.end();
    return good(null);
  }

  // One after the other: a button pressed twice must not found a phone anew beneath the book it has just opened.
  const inTurn = createTurns();
  return {
    state: async () =>
      phase.is === 'open' ? { is: 'open', who: phase.session.who } : closedState(ports, clear, phase, prepare),
    activate: (code, fingerprint) => inTurn(() => activate(code, fingerprint)),
    choosePin: (pin) => inTurn(() => choosePin(pin)),
    unlock: (pin) => inTurn(() => unlockBy((vault) => vault.unlock(pin))),
    unlockWithCard: (words) => inTurn(() => unlockBy((vault) => vault.unlockWithCard(words))),
    async lock() {
      if (phase.is === 'open') phase.session.store.close();
      if (phase.is !== 'closed') phase.vault.lock();
      phase = { is: 'closed' };
    },
    session: () => (phase.is === 'open' ? phase.session : undefined),
  };
}

/** Once in a phone's life, and then with a network: no day's start carries it. `undefined` where there is none. */
function fetchActivating() {
  return import('./activating/activation.ts').catch(() => undefined);
}

/** How far this phone's clock is off, as the last contact told. */
function clockOf(lease: LeaseRecord | undefined): PhoneClock {
  const ahead = lease?.clockAhead;
  return lease === undefined || ahead === undefined ? {} : { ahead, metAt: lease.contactAt + ahead };
}

function createTurns() {
  let turn: Promise<unknown> = Promise.resolve();
  return function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work, work);
    turn = result;
    return result;
  };
}

function vaultOf(ports: PhonePorts, clear: ClearMetadata, device: string): Vault {
  const { subtle, random, now } = ports;
  const isAllowed = (kind: KeySlot['kind']) => isWithinLease(clear, device, kind, now());
  return createVault({ subtle, random, now, isAllowed, argon: ports.argon.derive, box: clear.vaultBox(device) });
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
    const code = (await clear.unfinished())?.code;
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

/** The vault's record comes last: until it stands, the phone is empty and the same code begins again. */
async function foundPhone(
  ports: PhonePorts,
  clear: ClearMetadata,
  { activated, vault, key }: Extract<Phase, { is: 'card' }>,
  pin: string,
): Promise<void> {
  const { activation, signKey } = activated;
  const { device, lease, hubTime } = activation;
  await removeDatabase(ports, device);
  await foundDevice(ports, key, keptOf(activation));
  const seen = Math.max(hubTime, ports.now());
  await clear.introduce({ v: 1, device, signKey, hub: activation.keys }, { lease, contactAt: hubTime, seen });
  await vault.choosePin(pin);
  await clear.dropUnfinished();
}

/** The lease ends the PIN window first, then the card's; the clock is the greatest time ever seen. */
async function isWithinLease(
  clear: ClearMetadata,
  device: string,
  kind: KeySlot['kind'],
  now: number,
): Promise<boolean> {
  const record = await clear.seen(device, now);
  // Cleared by somebody's hand: the card alone opens.
  if (record === undefined) return kind === 'card';
  if (record.standing === 'revoked') return false;
  const { until, pinUntil } = record.lease;
  const limits = kind === 'pin' ? [until, pinUntil] : [until];
  return limits.every((limit) => limit === null || record.seen <= limit);
}
