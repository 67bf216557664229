import type { EnvelopeHeader, SealedEnvelope } from '../envelope.ts';
import type { DeviceCrypto } from '../ports.ts';
import { utf8 } from '../wire/bytes.ts';
import { nextChain } from '../wire/chain.ts';
import { writeHeader } from '../wire/envelope-bytes.ts';
import { createOwnLines, type Resealing } from './own-lines.ts';
import { readSound } from './sound.ts';

/**
 * Seals anew what waits under an older key of the hub, from the lines that are pending: the same ops, hashes, chain and
 * id. Whoever was away for longer than an old key is kept loses nothing that way.
 * @param keyId of the hub's newest seal key, which `crypto` seals to
 * @param damaged ids of those that are not as they were sealed: what stands in their headers is not signed anew
 * @returns how many envelopes
 */
export async function resealWaiting(
  store: Resealing,
  crypto: Pick<DeviceCrypto, 'hash' | 'seal'>,
  keyId: string,
  damaged: readonly string[] = [],
): Promise<number> {
  const sound = (await store.waiting()).flatMap((envelope): readonly Row[] => {
    const header = damaged.includes(envelope.id) ? undefined : readSound(envelope);
    return header === undefined ? [] : [{ envelope, header }];
  });
  const old = sound.filter((row, at) => row.header.k !== keyId && isChained(row, sound[at - 1], sound[at + 1], crypto));
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

interface Row {
  readonly envelope: SealedEnvelope;
  readonly header: EnvelopeHeader;
}

/** Its chain head is copied, so it must be what its neighbours say, where it has any: storage may have turned a bit in it. */
function isChained(row: Row, before: Row | undefined, behind: Row | undefined, crypto: Pick<DeviceCrypto, 'hash'>) {
  const pairs = [
    [before, row],
    [row, behind],
  ] as const;
  const known = pairs.flatMap(([one, next]) =>
    one === undefined || next === undefined ? [] : follows(one, next, crypto),
  );
  return known.length === 0 || known.includes(true);
}

/** Nothing for two that are no neighbours. */
function follows(one: Row, next: Row, { hash }: Pick<DeviceCrypto, 'hash'>): readonly boolean[] {
  if (next.header.f !== one.header.l + 1) return [];
  return [nextChain(one.header.h, next.envelope.hashes, hash) === next.header.h];
}
