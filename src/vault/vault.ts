import { bad, good, type Outcome } from '../domain/outcome.ts';
import { cardText, drawCard } from './card.ts';
import { type DataKey, workingKey } from './data-key.ts';
import { type KeySlot, makeSlot, type OpenedSlot, openSlot, rawKeyOf, type SlotPorts } from './key-slot.ts';
import { pinFault } from './pin.ts';
import { isSpent, nextTryAt, noTries, startTry, type TryRecord, triesLeft } from './tries.ts';

/** Clear metadata of one device: anybody with the flash can read it, so nothing personal stands in it. Version 1. */
export interface VaultRecord {
  readonly v: 1;
  readonly card: KeySlot;
  readonly pin: KeySlot | null;
  /** Non-extractable HMAC key: the phone's half of the PIN slot. */
  readonly phoneKey: CryptoKey;
  readonly tries: TryRecord;
}

/** Where the record is kept. `change` is one strict transaction: read, work out, write. */
export interface VaultBox {
  read(): Promise<VaultRecord | undefined>;
  change(next: (old: VaultRecord) => VaultRecord): Promise<VaultRecord | undefined>;
  create(record: VaultRecord): Promise<void>;
}

export interface VaultPorts extends SlotPorts {
  readonly box: VaultBox;
  /** ms since 1970 by the phone's clock, for the waits between tries. */
  readonly now: () => number;
  /** Until when the lease allows each slot; null = no limit. Judged by the greatest time ever seen. */
  readonly isAllowed: (kind: KeySlot['kind']) => Promise<boolean>;
}

export type VaultStanding =
  | { readonly is: 'empty' }
  | {
      readonly is: 'locked';
      readonly triesLeft: number;
      readonly notBefore: number;
      readonly pin: 'usable' | 'spent' | 'expired';
    };

export type VaultRefusal =
  | { readonly why: 'wrong'; readonly triesLeft: number; readonly notBefore: number }
  | { readonly why: 'wait'; readonly notBefore: number }
  | { readonly why: 'spent' | 'expired' | 'damaged' };

export interface Vault {
  standing(): Promise<VaultStanding>;
  /** A new data key and its card. Nothing is stored before the PIN is chosen: until then activation starts again. */
  create(): Promise<{ readonly card: readonly string[]; readonly key: DataKey }>;
  /** Ends the creation, or sets another PIN while unlocked; "closed" is a caller's mistake: nothing is unlocked. */
  choosePin(pin: string): Promise<Outcome<null, 'too_short' | 'not_digits' | 'too_simple' | 'closed'>>;
  unlock(pin: string): Promise<Outcome<DataKey, VaultRefusal>>;
  unlockWithCard(words: readonly string[]): Promise<Outcome<DataKey, VaultRefusal>>;
  lock(): void;
}

const damaged = { why: 'damaged' } as const;

/** Keys and slots of one device (phone.md, "Keys"). Holds no more than the key of the slot that opened it. */
export function createVault(ports: VaultPorts): Vault {
  const { box, subtle } = ports;
  let opened: OpenedSlot | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One try at a time, however often the button is pressed. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work, work);
    turn = result;
    return result;
  }

  async function use(slot: OpenedSlot, raw: Uint8Array<ArrayBuffer>): Promise<DataKey> {
    const key = await workingKey(subtle, raw);
    raw.fill(0);
    opened = slot;
    return key;
  }

  async function create() {
    const raw = ports.random(32);
    const { id } = await workingKey(subtle, raw);
    const card = drawCard(ports.random);
    const made = await makeSlot(ports, 'card', id, raw, { text: cardText(card) });
    return { card, key: await use(made, raw) };
  }

  async function storePin(pin: string, from: OpenedSlot): Promise<void> {
    const record = await box.read();
    const phoneKey = record?.phoneKey ?? (await makePhoneKey(subtle));
    const raw = await rawKeyOf(subtle, from);
    if (raw === undefined) throw new Error('the opened slot no longer opens');
    const made = await makeSlot(ports, 'pin', from.slot.key, raw, { text: pin, phoneKey });
    raw.fill(0);
    if (record === undefined) {
      await box.create({ v: 1, card: from.slot, pin: made.slot, phoneKey, tries: noTries });
    } else await box.change((old) => ({ ...old, pin: made.slot, tries: noTries }));
  }

  async function choosePin(pin: string): Promise<Outcome<null, 'too_short' | 'not_digits' | 'too_simple' | 'closed'>> {
    const fault = pinFault(pin);
    if (fault !== undefined) return bad(fault);
    if (opened === undefined) return bad('closed');
    await storePin(pin, opened);
    return good(null);
  }

  /** Counted and stored before it is judged: a reload or a kill in the middle has used the try up. */
  async function countTry(): Promise<Outcome<VaultRecord, VaultRefusal>> {
    let waitUntil = 0;
    const now = ports.now();
    const record = await box.change((old) => {
      const { tries } = old;
      waitUntil = nextTryAt(tries, now) > now ? nextTryAt(tries, now) : 0;
      if (isSpent(tries)) return { ...old, pin: null };
      return waitUntil > 0
        ? { ...old, tries: { ...tries, notBefore: waitUntil } }
        : { ...old, tries: startTry(tries, now) };
    });
    if (record === undefined) return bad(damaged);
    if (record.pin === null) return bad({ why: 'spent' });
    return waitUntil > 0 ? bad({ why: 'wait', notBefore: waitUntil }) : good(record);
  }

  async function failTry(tries: TryRecord): Promise<VaultRefusal> {
    if (!isSpent(tries)) return { why: 'wrong', triesLeft: triesLeft(tries), notBefore: tries.notBefore };
    await box.change((old) => ({ ...old, pin: null }));
    return { why: 'spent' };
  }

  async function unlock(pin: string): Promise<Outcome<DataKey, VaultRefusal>> {
    if (!(await ports.isAllowed('pin'))) return bad({ why: 'expired' });
    const counted = await countTry();
    if (!counted.ok) return counted;
    const { pin: slot, phoneKey, tries } = counted.value;
    if (slot === null) return bad({ why: 'spent' });
    const answer = await openSlot(ports, slot, { text: pin, phoneKey });
    if (!answer.ok) return bad(answer.error === 'wrong' ? await failTry(tries) : damaged);
    await box.change((old) => ({ ...old, tries: noTries }));
    return good(await use(answer.value.opened, answer.value.raw));
  }

  async function unlockWithCard(words: readonly string[]): Promise<Outcome<DataKey, VaultRefusal>> {
    const record = await box.read();
    if (record === undefined) return bad(damaged);
    if (!(await ports.isAllowed('card'))) return bad({ why: 'expired' });
    const answer = await openSlot(ports, record.card, { text: cardText(words) });
    if (answer.ok) return good(await use(answer.value.opened, answer.value.raw));
    if (answer.error === 'damaged') return bad(damaged);
    // 44 bits need no counter: the waits of the PIN are told unchanged.
    return bad({ why: 'wrong', triesLeft: triesLeft(record.tries), notBefore: nextTryAt(record.tries, ports.now()) });
  }

  async function standing(): Promise<VaultStanding> {
    const record = await box.read();
    if (record === undefined) return { is: 'empty' };
    const { tries } = record;
    const isGone = record.pin === null || isSpent(tries);
    const pin = isGone ? 'spent' : (await ports.isAllowed('pin')) ? 'usable' : 'expired';
    return { is: 'locked', triesLeft: triesLeft(tries), notBefore: nextTryAt(tries, ports.now()), pin };
  }

  return {
    standing,
    create,
    choosePin: (pin) => inTurn(() => choosePin(pin)),
    unlock: (pin) => inTurn(() => unlock(pin)),
    unlockWithCard: (words) => inTurn(() => unlockWithCard(words)),
    lock() {
      opened = undefined;
    },
  };
}

function makePhoneKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  return subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}
