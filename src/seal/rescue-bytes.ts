import { type Bytes, utf8 } from '../sync/wire/bytes.ts';
import { signatureLength, signedPart } from '../sync/wire/envelope-bytes.ts';

/* A rescue code is sealed as an envelope is, with another header: as anything else, or for another device, it does not open. */

export function rescueHeader(device: string): Bytes {
  return utf8(JSON.stringify(['so-dan-so rescue', device]));
}

/** The sealed body inside what a phone left; nonsense gives a body that does not open. */
export function rescueBody(device: string, sealed: Uint8Array): Uint8Array {
  const start = signedPart(rescueHeader(device), new Uint8Array()).length;
  return sealed.subarray(start, -signatureLength);
}

/** Base64url characters of a sealed code, by far. */
export const longestRescue = 1_200;
