import type { DeviceCrypto } from '../ports.ts';
import { utf8 } from '../wire/bytes.ts';
import { parseEnvelope, writeHeader } from '../wire/envelope-bytes.ts';
import { createOwnLines, type Resealing } from './own-lines.ts';

/**
 * Seals anew what waits under an older key of the hub, from the lines that are pending: the same ops, hashes, chain and
 * id. Whoever was away for longer than an old key is kept loses nothing that way.
 * @param keyId of the hub's newest seal key, which `crypto` seals to
 * @returns how many envelopes
 */
export async function resealWaiting(
  store: Resealing,
  crypto: Pick<DeviceCrypto, 'hash' | 'seal'>,
  keyId: string,
): Promise<number> {
  const old = (await store.waiting()).flatMap((envelope) => {
    const parsed = parseEnvelope(envelope.bytes);
    return parsed.ok && parsed.value.header.k !== keyId ? [{ envelope, header: parsed.value.header }] : [];
  });
  if (old.length === 0) return 0;
  const ownLines = await createOwnLines(store, crypto);
  let count = 0;
  for (const { envelope, header } of old) {
    const lines = ownLines(envelope);
    if (lines === undefined) continue;
    const bytes = await crypto.seal(writeHeader({ ...header, k: keyId }), utf8(lines.join('\n')));
    await store.replaceWaiting([{ replaced: [envelope.id], envelope: { ...envelope, bytes } }]);
    count += 1;
  }
  return count;
}
