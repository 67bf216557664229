import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { maxUploadBytes } from './bounds.ts';
import { type Bytes, concat, readU32, u32 } from './bytes.ts';

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
