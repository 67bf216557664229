import { type KeptKey, type KeptPair, type Turnable, turnKeyPair } from '../../src/seal/hub-keys.ts';
import type { PinnedKeys } from '../../src/sync/activation.ts';
import { turnKeys } from '../../src/sync/phone/turn-keys.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import type { SimulatedHub } from './hub/hub.ts';
import type { SimulatedPhone } from './phone/phone.ts';
import type { Plant } from './plant.ts';
import type { Process } from './schedule.ts';

/* Keys of a hub without any cryptography: a key is its name. What becomes of them is decided by the real code. */

const firstPair = 1;

export function firstKeys(): Turnable {
  const { seal, verdict } = pairOf(firstPair);
  return { v: 1, seal: [seal], verdict, next: pairOf(firstPair + 1) };
}

function pairOf(number: number): KeptPair {
  return { seal: keyOf(`k${number}`), verdict: keyOf(`v${number}`) };
}

function keyOf(id: string): KeptKey {
  return { id, publicKey: id, privateKey: { kty: 'EC', crv: 'P-256', x: '', y: '', d: id } };
}

const year = 400 * 86_400_000;

/** New keys, a year after the last ones; a hub without a journal forgets those of the year before. */
export function rotateKeys(hub: SimulatedHub, forgetsOld: boolean): void {
  const since = (hub.keys.seal[0]?.since ?? hub.schedule.now()) + year;
  hub.pairs += 1;
  hub.keys = turnKeyPair(hub.keys, pairOf(hub.pairs), since, forgetsOld);
  hub.schedule.count(forgetsOld ? 'keys turned, older ones forgotten' : 'keys turned');
}

/** The open app keeps what it read at its start and learnt since; the service worker reads the record each time. */
export function keysHeld(phone: SimulatedPhone, process: Process): PinnedKeys {
  if (process !== phone.app) return phone.tables.hub;
  if (phone.opened?.process !== process) phone.opened = { process, hub: phone.tables.hub };
  return phone.opened.hub;
}

/** A verified word of the hub: first the record on the disk, then what the open app works with. */
export function meetHub(
  { turned }: Plant,
  phone: SimulatedPhone,
  process: Process,
  contact: Pick<Verdict, 'keys' | 'hubEpoch'> | undefined,
): void {
  if (contact === undefined) return;
  const turn = (held: PinnedKeys): PinnedKeys => {
    const next = turnKeys(held, contact);
    return next === held ? held : (turned?.(next, held) ?? next);
  };
  phone.tables.hub = turn(phone.tables.hub);
  if (process === phone.app) phone.opened = { process, hub: phone.tables.hub };
}

/** Whether a phone that holds these keys believes what is signed by that one. */
export function believes(held: PinnedKeys, { key }: SignedVerdict): boolean {
  return [held, ...(held.former ?? [])].some(({ verdictId }) => verdictId === key);
}
