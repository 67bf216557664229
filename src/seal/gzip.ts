import type { Bytes } from '../sync/wire/bytes.ts';
import { allThrough } from './pass-through.ts';

/** Gzip by the platform's CompressionStream (page, worker, service worker, Node). */
export function gzip(bytes: Bytes): Promise<Bytes> {
  return allThrough(bytes, new CompressionStream('gzip'));
}
