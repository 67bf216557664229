import { bad, good, type Outcome } from '../../src/domain/outcome.ts';

/** An upload holds 1 MB of envelopes and their length marks. */
export const maxBodyBytes = 1_000_000;

export type BodyRefusal = 'too_large' | 'encoding';

/**
 * Reads a body and stops as soon as it is too long, whatever its length header promised. A compressed body is refused:
 * what devices send is ciphertext, and unfolding is a way to fill a hub's memory.
 */
export async function readBody(request: Request, most: number): Promise<Outcome<Uint8Array, BodyRefusal>> {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') return bad('encoding');
  if (Number(request.headers.get('content-length') ?? 0) > most) return bad('too_large');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) return bad('too_large');
    parts.push(part);
  }
  return good(new Uint8Array(Buffer.concat(parts)));
}

/** `undefined` for anything but a JSON object, and for one with a text in it that no database holds: no person types that. */
export function readJson(body: Uint8Array): { readonly [key: string]: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body), refuseUnkept);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}

/** NUL is refused by a database; of half a pair it keeps another sign, and what was hashed with it is not found again. */
function isUnkept(text: string): boolean {
  return text.includes('\u0000') || /\p{Surrogate}/u.test(text);
}

function refuseUnkept(key: string, value: unknown): unknown {
  if (isUnkept(key) || (typeof value === 'string' && isUnkept(value))) throw new SyntaxError('not kept');
  return value;
}
