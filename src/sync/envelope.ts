/**
 * Clear, authenticated header of an envelope. The wire form (frozen, `SDS1`):
 *
 *   "SDS1" ‖ u16 header length ‖ header JSON ‖ u32 body length ‖ body ‖ signature (64 bytes, P1363)
 *
 * body = HPKE encapsulated key (65 bytes) ‖ AES-256-GCM of ( u32 gzip length ‖ gzip(op lines joined by \n) ‖ zeros to a
 * multiple of 64 ), associated data = the header bytes, info = "so-dan-so envelope v1".
 * The signature is the device's ECDSA P-256/SHA-256 over everything before it. Big-endian lengths.
 */
export interface EnvelopeHeader {
  readonly v: 1;
  /** Envelope id: 16 random bytes, base64url. */
  readonly id: string;
  /** Device, its scope epoch. */
  readonly d: string;
  readonly e: number;
  /** First and last seq inside: contiguous. */
  readonly f: number;
  readonly l: number;
  /** Chain head H_l = SHA256(H_{l-1} ‖ opHash_l), base64url; H_0 = 32 zero bytes. */
  readonly h: string;
  /** Id of the hub's public key. */
  readonly k: string;
  /** Civil day of sealing, yyyy-mm-dd. */
  readonly y: string;
}

/** An envelope as it waits in the outbox: opaque bytes, and the hashes (base64url) that a verdict must cover. */
export interface SealedEnvelope {
  readonly id: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Hash of each op, firstSeq … lastSeq. */
  readonly hashes: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}
