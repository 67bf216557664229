import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** JSON, gzipped where it is long and the asker can unfold it. */
export async function packed(text: string, accepted: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', vary: 'accept-encoding' };
  if (text.length < 1_000 || !accepted.includes('gzip')) return new Response(text, { headers });
  const bytes = new Uint8Array(await promisify(gzip)(text));
  return new Response(bytes, { headers: { ...headers, 'content-encoding': 'gzip' } });
}
