import { bad, good, type Outcome } from '../domain/outcome.ts';
import { type Argon, type ArgonCost, isBearableCost, standardCost } from './argon.ts';
import { wrappingKey } from './data-key.ts';

/* Key slots in the manner of LUKS: each wraps the same data key under another secret; any can be deleted. */

type Bytes = Uint8Array<ArrayBuffer>;

/** Version 1 (frozen). No personal data, and the same size whatever it holds. */
export interface KeySlot {
  readonly v: 1;
  readonly kind: 'card' | 'pin' | 'rescue';
  /** Id of the data key inside. */
  readonly key: string;
  readonly argon: ArgonCost;
  readonly salt: Bytes;
  /** Nonce (12 bytes) ‖ AES-256-GCM of the raw data key. */
  readonly sealed: Bytes;
}

export interface SlotPorts {
  readonly subtle: SubtleCrypto;
  readonly random: (length: number) => Bytes;
  readonly argon: Argon;
}

/** What opens a slot: the text a person knows, and for the PIN also the phone's own key that no script can export. */
export interface SlotSecret {
  readonly text: string;
  readonly phoneKey?: CryptoKey;
}

/** An opened slot: its key can open it again while the app is unlocked, to wrap the data key anew. */
export interface OpenedSlot {
  readonly slot: KeySlot;
  readonly wrapping: CryptoKey;
}

const encoder = new TextEncoder();

function bind(slot: Omit<KeySlot, 'sealed' | 'salt'>): Bytes {
  const { memory, passes, lanes } = slot.argon;
  return encoder.encode(JSON.stringify(['so-dan-so slot', slot.v, slot.kind, slot.key, memory, passes, lanes]));
}

/** Argon2id(secret), for the PIN then HMAC by the phone's key, then HKDF. */
async function deriveWrapping(ports: SlotPorts, slot: Omit<KeySlot, 'sealed'>, secret: SlotSecret): Promise<CryptoKey> {
  const stretched = await ports.argon(encoder.encode(secret.text), slot.salt, slot.argon);
  const bound =
    secret.phoneKey === undefined
      ? stretched
      : new Uint8Array(await ports.subtle.sign('HMAC', secret.phoneKey, stretched));
  const wrapping = await wrappingKey(ports.subtle, bound, `${slot.kind} slot`);
  stretched.fill(0);
  bound.fill(0);
  return wrapping;
}

/** Makes a slot around `raw`, 32 bytes, which the caller wipes. */
export async function makeSlot(
  ports: SlotPorts,
  kind: KeySlot['kind'],
  key: string,
  raw: Bytes,
  secret: SlotSecret,
): Promise<OpenedSlot> {
  const head = { v: 1, kind, key, argon: standardCost, salt: ports.random(16) } as const;
  const wrapping = await deriveWrapping(ports, head, secret);
  const iv = ports.random(12);
  const algorithm = { name: 'AES-GCM', iv, additionalData: bind(head) };
  const wrapped = await ports.subtle.encrypt(algorithm, wrapping, raw);
  const sealed = new Uint8Array(12 + wrapped.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(wrapped), 12);
  return { slot: { ...head, sealed }, wrapping };
}

/** The raw data key of an opened slot; `undefined` when the key does not fit. The caller wipes it. */
export async function rawKeyOf(subtle: SubtleCrypto, opened: OpenedSlot): Promise<Bytes | undefined> {
  const { slot, wrapping } = opened;
  const algorithm = { name: 'AES-GCM', iv: slot.sealed.subarray(0, 12), additionalData: bind(slot) };
  try {
    return new Uint8Array(await subtle.decrypt(algorithm, wrapping, slot.sealed.subarray(12)));
  } catch {
    // WebCrypto's way to say that the secret was wrong.
    return undefined;
  }
}

/** `damaged`: a version this build does not know, or a cost below the floor (a downgrade by somebody's hand). */
export async function openSlot(
  ports: SlotPorts,
  slot: KeySlot,
  secret: SlotSecret,
): Promise<Outcome<{ readonly opened: OpenedSlot; readonly raw: Bytes }, 'wrong' | 'damaged'>> {
  if (slot.v !== 1 || !isBearableCost(slot.argon)) return bad('damaged');
  const opened = { slot, wrapping: await deriveWrapping(ports, slot, secret) };
  const raw = await rawKeyOf(ports.subtle, opened);
  return raw === undefined ? bad('wrong') : good({ opened, raw });
}
