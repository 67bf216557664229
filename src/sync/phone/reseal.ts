import type { SealedEnvelope } from '../envelope.ts';
import type { DeviceCrypto, PhoneStore } from '../ports.ts';
import { utf8 } from '../wire/bytes.ts';
import { parseEnvelope, writeHeader } from '../wire/envelope-bytes.ts';
import { lineHashAsync } from '../wire/line.ts';

/** What waits, where it stands now: the same id with other bytes. Nothing where it has left meanwhile. */
export interface Resealing extends Pick<PhoneStore, 'waiting' | 'pending'> {
  replaceWaiting(envelope: SealedEnvelope): Promise<void>;
}

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
  const lines = new Map((await store.pending()).map(({ seq, line }) => [seq, line]));
  let count = 0;
  for (const { envelope, header } of old) {
    const own = envelope.hashes.flatMap((_, index) => lines.get(envelope.firstSeq + index) ?? []);
    if (!(await isWhole(own, envelope, crypto))) continue;
    const bytes = await crypto.seal(writeHeader({ ...header, k: keyId }), utf8(own.join('\n')));
    await store.replaceWaiting({ ...envelope, bytes });
    count += 1;
  }
  return count;
}

async function isWhole(
  lines: readonly string[],
  { hashes }: SealedEnvelope,
  { hash }: Pick<DeviceCrypto, 'hash'>,
): Promise<boolean> {
  const own = await Promise.all(lines.map((line) => lineHashAsync(line, hash)));
  return own.length === hashes.length && own.every((one, index) => one === hashes[index]);
}
