import type { SealedEnvelope } from '../envelope.ts';
import type { DeviceCrypto, PhoneStore } from '../ports.ts';
import { lineHashAsync } from '../wire/line.ts';

/** What waits, and the store's one stroke that puts an envelope where others stand. */
export interface Resealing extends Pick<PhoneStore, 'waiting' | 'pending'> {
  /** Takes the place of all of `replaced`; nothing where one of them has left meanwhile. */
  replaceWaiting(replaced: readonly string[], envelope: SealedEnvelope): Promise<void>;
}

export type OwnLines = (envelope: SealedEnvelope) => Promise<readonly string[] | undefined>;

/**
 * The lines that an envelope was sealed from, out of what is pending. `undefined` where they are not all there, or others
 * than its hashes say.
 */
export async function createOwnLines(
  { pending }: Pick<PhoneStore, 'pending'>,
  { hash }: Pick<DeviceCrypto, 'hash'>,
): Promise<OwnLines> {
  const lines = new Map((await pending()).map(({ seq, line }) => [seq, line]));
  return async ({ firstSeq, hashes }) => {
    const own = hashes.flatMap((_, index) => lines.get(firstSeq + index) ?? []);
    const found = await Promise.all(own.map((line) => lineHashAsync(line, hash)));
    return found.length === hashes.length && found.every((one, index) => one === hashes[index]) ? own : undefined;
  };
}
