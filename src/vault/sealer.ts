import { bad, good, type Outcome } from '../domain/outcome.ts';
import { type DataKey, hex } from './data-key.ts';
import { pack, unpack, wrap } from './packing.ts';

/*
 * Sealed blobs, version 1 (frozen):
 *   0x01 ‖ key id (8 bytes) ‖ nonce (12 random bytes) ‖ AES-256-GCM of the packed bytes
 * The associated data is UTF-8 of the JSON ["so-dan-so sealed", 1, key id, user, store, id, revision]: a blob moved to
 * another place, user or time does not open.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** Where a blob stands: its table, its name there, and how often it was written. */
export interface SealedPlace {
  readonly store: string;
  readonly id: string;
  readonly revision: number;
}

export interface Sealer {
  seal(place: SealedPlace, plain: Bytes): Promise<Bytes>;
  /** Of what is deflated already (deflate-raw): opens as the plain bytes. */
  sealDeflated(place: SealedPlace, deflated: Bytes): Promise<Bytes>;
  /** `damaged`: altered, moved, rolled back, of another key or of a version this build does not know. */
  open(place: SealedPlace, blob: Bytes): Promise<Outcome<Bytes, 'damaged'>>;
  /** Key under which something is stored: an HMAC, so that no village's name or time shows. */
  nameOf(store: string, id: string): Promise<string>;
}

export interface SealerPorts {
  readonly subtle: SubtleCrypto;
  readonly random: (length: number) => Bytes;
}

const version = 1;
const keyAt = 1;
const nonceAt = 9;
const bodyAt = 21;
const encoder = new TextEncoder();

function keyBytes(id: string): Bytes {
  return Uint8Array.from({ length: 8 }, (_, at) => Number.parseInt(id.slice(2 * at, 2 * at + 2), 16));
}

export function createSealer(ports: SealerPorts, key: DataKey, user: string): Sealer {
  const { subtle, random } = ports;
  const bind = (place: SealedPlace): Bytes =>
    encoder.encode(JSON.stringify(['so-dan-so sealed', version, key.id, user, place.store, place.id, place.revision]));

  async function decrypt(place: SealedPlace, blob: Bytes): Promise<Bytes | undefined> {
    const iv = blob.subarray(nonceAt, bodyAt);
    try {
      const additionalData = bind(place);
      const plain = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key.seals, blob.subarray(bodyAt));
      return new Uint8Array(plain);
    } catch {
      // The only way WebCrypto says "not authentic"; the caller sets the blob aside and counts it.
      return undefined;
    }
  }

  async function encrypt(place: SealedPlace, packed: Bytes): Promise<Bytes> {
    const iv = random(12);
    const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bind(place) }, key.seals, packed);
    const blob = new Uint8Array(bodyAt + sealed.byteLength);
    blob[0] = version;
    blob.set(keyBytes(key.id), keyAt);
    blob.set(iv, nonceAt);
    blob.set(new Uint8Array(sealed), bodyAt);
    return blob;
  }

  return {
    seal: async (place, plain) => encrypt(place, await pack(plain)),
    sealDeflated: (place, deflated) => encrypt(place, wrap(deflated, 1)),
    async open(place, blob) {
      if (blob[0] !== version || hex(blob.subarray(keyAt, nonceAt)) !== key.id) return bad('damaged');
      const packed = await decrypt(place, blob);
      return packed === undefined ? bad('damaged') : good(await unpack(packed));
    },
    async nameOf(store, id) {
      const named = await subtle.sign('HMAC', key.names, encoder.encode(JSON.stringify([store, id])));
      return hex(new Uint8Array(named, 0, 16));
    },
  };
}
