import type { SignedVerdict, Verdict } from '../verdict.ts';
import { openVerdict } from './verdict-bytes.ts';

/*
 * The certificate that a phone may be wiped or handed over: a verdict on no envelope that says up to which op the hub
 * has judged everything of this device, and by which digest it holds it. As text: "SDSC1.payload.signature.key".
 */

const mark = 'SDSC1';

export interface CertifiedVerdict extends Verdict {
  readonly holds: NonNullable<Verdict['holds']>;
}

/** A signed verdict in a line of a text: "payload.signature.key". */
export function writeSigned({ payload, signature, key }: SignedVerdict): string {
  return [payload, signature, key].join('.');
}

/** `undefined` for a line that is none. */
export function readSigned(line: string): SignedVerdict | undefined {
  const [payload, signature, key, ...more] = line.split('.');
  if (payload === undefined || signature === undefined || key === undefined || more.length > 0) return undefined;
  return { payload, signature, key };
}

export function writeCertificate(signed: SignedVerdict): string {
  return `${mark}.${writeSigned(signed)}`;
}

/** `undefined` for a text that is none; whether the hub signed it is for the caller to ask. */
export function readCertificate(text: string): SignedVerdict | undefined {
  const [first, ...rest] = text.trim().split('.');
  return first === mark ? readSigned(rest.join('.')) : undefined;
}

/** What it says, once its signature was checked. */
export function openCertificate(signed: SignedVerdict): CertifiedVerdict | undefined {
  const verdict = openVerdict(signed);
  return verdict?.holds === undefined ? undefined : { ...verdict, holds: verdict.holds };
}
