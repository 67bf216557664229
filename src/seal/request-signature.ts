import { activationProofText } from '../sync/wire/activation-proof.ts';
import { fromBase64url, toBase64url, utf8 } from '../sync/wire/bytes.ts';
import { deviceHeaders, deviceRequestText } from '../sync/wire/device-request.ts';
import { isSignedBy, sign } from './signature.ts';

/** A request as it goes out. */
export interface OutgoingRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly body?: Uint8Array;
  /** Asks for verdicts without the hashes that the asker holds. */
  readonly isBrief?: boolean;
}

/** The headers that prove which device asks, and that nothing was altered. @param time ms since 1970 by the device */
export async function signRequest(
  subtle: SubtleCrypto,
  signKey: CryptoKey,
  device: string,
  request: OutgoingRequest,
  time: number,
): Promise<{ readonly [header: string]: string }> {
  const { method, path } = request;
  const text = deviceRequestText({ method, path, bodyHash: await bodyHash(subtle, request.body), time });
  const signature = toBase64url(await sign(subtle, signKey, utf8(text)));
  return { [deviceHeaders.device]: device, [deviceHeaders.time]: String(time), [deviceHeaders.signature]: signature };
}

/** Whether `signature` is this device's for exactly this request; the caller judges the time. */
export async function verifyRequest(
  subtle: SubtleCrypto,
  publicKey: string,
  request: OutgoingRequest,
  time: number,
  signature: string,
): Promise<boolean> {
  const bytes = fromBase64url(signature);
  if (bytes === undefined) return false;
  const { method, path } = request;
  const text = deviceRequestText({ method, path, bodyHash: await bodyHash(subtle, request.body), time });
  return isSignedBy(subtle, publicKey, utf8(text), bytes);
}

/** Proof of a new device at activation, base64url. */
export async function signActivation(
  subtle: SubtleCrypto,
  signKey: CryptoKey,
  code: string,
  publicKey: string,
): Promise<string> {
  return toBase64url(await sign(subtle, signKey, utf8(activationProofText(code, publicKey))));
}

export async function verifyActivation(
  subtle: SubtleCrypto,
  code: string,
  publicKey: string,
  proof: string,
): Promise<boolean> {
  const bytes = fromBase64url(proof);
  return bytes !== undefined && isSignedBy(subtle, publicKey, utf8(activationProofText(code, publicKey)), bytes);
}

/** Base64url SHA-256. */
export async function bodyHash(subtle: SubtleCrypto, body: Uint8Array = new Uint8Array(0)): Promise<string> {
  return toBase64url(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(body))));
}
