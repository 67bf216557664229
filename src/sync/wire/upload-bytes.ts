import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { SignedVerdict } from '../verdict.ts';
import { isObject, type Json, maxUploadBytes } from './bounds.ts';
import { type Bytes, concat, fromBase64url, fromUtf8, readU32, toBase64url, u32, utf8 } from './bytes.ts';
import { isSigned } from './verdict-bytes.ts';

/** Each envelope costs the hub a transaction; more than this would outlive a request's 10 s. */
export const maxUploadEnvelopes = 400;

/** Body of `POST /sync/envelopes`: each envelope after its u32 length. A file of waiting envelopes is the same bytes. */
export function joinUpload(envelopes: readonly Uint8Array[]): Bytes {
  return concat(...envelopes.flatMap((envelope) => [u32(envelope.length), envelope]));
}

export function splitUpload(body: Uint8Array): Outcome<readonly Bytes[], 'malformed' | 'too_large'> {
  if (body.length > maxUploadBytes) return bad('too_large');
  const envelopes: Bytes[] = [];
  for (let at = 0; at < body.length; ) {
    const length = readU32(body, at);
    if (length === undefined || length === 0 || at + 4 + length > body.length) return bad('malformed');
    if (envelopes.push(body.slice(at + 4, at + 4 + length)) > maxUploadEnvelopes) return bad('too_large');
    at += 4 + length;
  }
  return envelopes.length === 0 ? bad('malformed') : good(envelopes);
}

/** Reads the answer of `POST /sync/envelopes`, `{"verdicts": […]}`: a captive portal's page is `malformed`. */
export function readVerdicts(json: unknown): Outcome<readonly SignedVerdict[], 'malformed'> {
  const verdicts = isObject(json) ? json.verdicts : undefined;
  return Array.isArray(verdicts) && verdicts.every(isSigned) ? good(verdicts) : bad('malformed');
}

/**
 * A verdict on its way back to whom the ops are from: the text that was signed, less the hashes of its ops, which are most
 * of a long one and which the asker holds. With them put in, its SHA-256 (base64url) must be `sum`; the signature is over
 * the whole text as ever. `{"brief": […]}` in place of `{"verdicts": […]}`.
 */
export interface BriefVerdict extends Omit<SignedVerdict, 'payload'> {
  readonly text: string;
  readonly sum: string;
}

/** @param sum SHA-256 of a text's UTF-8 */
export function shorten({ payload, ...signed }: SignedVerdict, sum: (text: string) => Uint8Array): BriefVerdict {
  const whole = fromUtf8(fromBase64url(payload) ?? new Uint8Array(0)) ?? '';
  // Quotes within a text of it are escaped: this finds ops alone.
  const text = whole.replace(/("seq":\d+,"hash":")[\w-]{43}"/g, '$1"');
  return { ...signed, text, sum: toBase64url(sum(whole)) };
}

/**
 * Whole again, each for the asker to verify; `undefined`: these are not the hashes that were taken out, or this is no answer
 * of a hub that knows how to be brief.
 * @param hashOf of the op with this seq, base64url
 */
export async function lengthen(
  json: Json,
  hashOf: (seq: number) => string | undefined,
  sum: (bytes: Bytes) => Promise<string>,
): Promise<readonly SignedVerdict[] | undefined> {
  if (!Array.isArray(json.brief)) return undefined;
  const verdicts: SignedVerdict[] = [];
  for (const item of json.brief) {
    if (!isBrief(item)) return undefined;
    const { text, sum: wanted, signature, key } = item;
    const whole = utf8(text.replace(/("seq":(\d+),"hash":")"/g, (_, start, seq) => `${start}${hashOf(Number(seq))}"`));
    if ((await sum(whole)) !== wanted) return undefined;
    verdicts.push({ payload: toBase64url(whole), signature, key });
  }
  return verdicts;
}

function isBrief(item: unknown): item is BriefVerdict {
  if (!isObject(item)) return false;
  return [item.text, item.sum, item.signature, item.key].every((text) => typeof text === 'string');
}
