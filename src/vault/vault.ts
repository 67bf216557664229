import { bad, good, type Outcome } from '../domain/outcome.ts';
import { cardText, drawCard } from './card.ts';
import { type DataKey, workingKey } from './data-key.ts';
import { type KeySlot, makeSlot, type OpenedSlot, openSlot, rawKeyOf, type SlotPorts } from './key-slot.ts';
import { pinFault } from './pin.ts';
import type { RescueLeft } from './rescue.ts';
import { isSpent, nextTryAt, noTries, startTry, type TryRecord, triesLeft } from './tries.ts';

/** Clear metadata of one device: anybody with the flash can read it, so nothing personal stands in it. Version 1. */
export interface VaultRecord {
  readonly v: 1;
  readonly card: KeySlot;
  readonly pin: KeySlot | null;
  /** Non-extractable HMAC key: the phone's half of the PIN slot. */
  readonly phoneKey: CryptoKey;
  readonly tries: TryRecord;
  /** Opened by a code that the hub keeps; `at` says where. A record of before has none. */
  readonly rescue?: { readonly at: string; readonly slot: KeySlot };
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

type VaultStanding =
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
  /** By the card's words, or by the code that the hub read out. */
  unlockWithCard(words: readonly string[]): Promise<Outcome<DataKey, VaultRefusal>>;
  /** While unlocked: see `leaveRescue`. */
  leaveRescue(at: string, deposit: (code: string) => Promise<boolean>): Promise<RescueLeft>;
  lock(): void;
}

interface Answer {
  readonly opened: OpenedSlot;
  /** The raw data key; whoever takes it wipes it. */
  readonly raw: Uint8Array<ArrayBuffer>;
}

const damaged = { why: 'damaged' } as const;

/** Keys and slots of one device (phone.md, "Keys"). Holds no more than the key of the slot that opened it. */
export function createVault(ports: VaultPorts): Vault {
  let opened: OpenedSlot | undefined;
  const inTurn = createTurns();

  async function use({ opened: slot, raw }: Answer): Promise<DataKey> {
    const key = await workingKey(ports.subtle, raw);
    raw.fill(0);
    opened = slot;
    return key;
  }

  async function choosePin(pin: string): ReturnType<Vault['choosePin']> {
    const fault = pinFault(pin);
    if (fault !== undefined) return bad(fault);
    if (opened === undefined) return bad('closed');
    await storePin(ports, pin, opened);
    return good(null);
  }

  async function enter(answer: Outcome<Answer, VaultRefusal>): Promise<Outcome<DataKey, VaultRefusal>> {
    return answer.ok ? good(await use(answer.value)) : answer;
  }

  return {
    standing: () => standingOf(ports),
    async create() {
      const raw = ports.random(32);
      const { id } = await workingKey(ports.subtle, raw);
      const card = drawCard(ports.random);
      const made = await makeSlot(ports, 'card', id, raw, { text: cardText(card) });
      return { card, key: await use({ opened: made, raw }) };
    },
    choosePin: (pin) => inTurn(() => choosePin(pin)),
    unlock: (pin) => inTurn(async () => enter(await openByPin(ports, pin))),
    unlockWithCard: (words) => inTurn(async () => enter(await openByCard(ports, words))),
    leaveRescue: async (at, deposit) => (await import('./rescue.ts')).leaveRescue(ports, opened, at, deposit),
    lock() {
      opened = undefined;
    },
  };
}

/** One after the other, e.g. one try at a time, however often the button is pressed. */
export function createTurns() {
  let turn: Promise<unknown> = Promise.resolve();
  return function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work, work);
    turn = result;
    return result;
  };
}

/** Wraps the data key of an opened slot anew, under a PIN. The first PIN is what makes the vault exist. */
async function storePin(ports: VaultPorts, pin: string, from: OpenedSlot): Promise<void> {
  const { subtle, box } = ports;
  const record = await box.read();
  const phoneKey = record?.phoneKey ?? (await makePhoneKey(subtle));
  const raw = await rawKeyOf(subtle, from);
  if (raw === undefined) throw new Error('the opened slot no longer opens');
  const { slot: pinSlot } = await makeSlot(ports, 'pin', from.slot.key, raw, { text: pin, phoneKey });
  raw.fill(0);
  if (record === undefined) await box.create({ v: 1, card: from.slot, pin: pinSlot, phoneKey, tries: noTries });
  else
    await box.change(({ rescue, ...old }) => ({
      ...old,
      // What was read out by telephone has done its work.
      ...(rescue !== undefined && from.slot.kind !== 'rescue' && { rescue }),
      pin: pinSlot,
      tries: noTries,
    }));
}

function makePhoneKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  return subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** Counted and stored before it is judged: a reload or a kill in the middle has used the try up. */
async function countTry({ box, now }: VaultPorts): Promise<Outcome<VaultRecord, VaultRefusal>> {
  const at = now();
  let waitUntil = 0;
  const record = await box.change((old) => {
    const { tries } = old;
    if (isSpent(tries)) return { ...old, pin: null };
    const next = nextTryAt(tries, at);
    waitUntil = next > at ? next : 0;
    return { ...old, tries: waitUntil > 0 ? { ...tries, notBefore: waitUntil } : startTry(tries, at) };
  });
  if (record === undefined) return bad(damaged);
  if (record.pin === null) return bad({ why: 'spent' });
  return waitUntil > 0 ? bad({ why: 'wait', notBefore: waitUntil }) : good(record);
}

async function openByPin(ports: VaultPorts, pin: string): Promise<Outcome<Answer, VaultRefusal>> {
  if (!(await ports.isAllowed('pin'))) return bad({ why: 'expired' });
  const counted = await countTry(ports);
  if (!counted.ok) return counted;
  const { pin: slot, phoneKey, tries } = counted.value;
  if (slot === null) return bad({ why: 'spent' });
  const answer = await openSlot(ports, slot, { text: pin, phoneKey });
  if (!answer.ok) return bad(answer.error === 'wrong' ? await failTry(ports, tries) : damaged);
  await ports.box.change((old) => ({ ...old, tries: noTries }));
  return answer;
}

async function failTry({ box }: VaultPorts, tries: TryRecord): Promise<VaultRefusal> {
  if (!isSpent(tries)) return { why: 'wrong', triesLeft: triesLeft(tries), notBefore: tries.notBefore };
  await box.change((old) => ({ ...old, pin: null }));
  return { why: 'spent' };
}

async function openByCard(ports: VaultPorts, words: readonly string[]): Promise<Outcome<Answer, VaultRefusal>> {
  const record = await ports.box.read();
  if (record === undefined) return bad(damaged);
  if (!(await ports.isAllowed('card'))) return bad({ why: 'expired' });
  const typed = words
    .join('')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '');
  const byCode = /\d/.test(typed) ? record.rescue : undefined;
  const answer = await (byCode === undefined
    ? openSlot(ports, record.card, { text: cardText(words) })
    : openSlot(ports, byCode.slot, { text: typed }));
  if (answer.ok) return answer;
  if (answer.error === 'damaged') return bad(damaged);
  // 44 bits need no counter and no wait: that of the PIN is none of the card's.
  return bad({ why: 'wrong', triesLeft: triesLeft(record.tries), notBefore: 0 });
}

async function standingOf({ box, now, isAllowed }: VaultPorts): Promise<VaultStanding> {
  const record = await box.read();
  if (record === undefined) return { is: 'empty' };
  const { tries } = record;
  const isGone = record.pin === null || isSpent(tries);
  const pin = isGone ? 'spent' : (await isAllowed('pin')) ? 'usable' : 'expired';
  return { is: 'locked', triesLeft: triesLeft(tries), notBefore: nextTryAt(tries, now()), pin };
}
