import type { SealedEnvelope } from '../envelope.ts';
import type { DeviceCrypto, PhoneStore } from '../ports.ts';
import { lineHash } from '../wire/line.ts';

/** Of one envelope that is sealed anew at most: some 50 KB, which a bad line carries within the 30 s of a request. */
export const mostOps = 750;
export const mostLetters = 400_000;

/** One envelope in place of others. */
export interface Stroke {
  /** Ids. */
  readonly replaced: readonly string[];
  /** Without one: the hub has all that they hold, and they leave as if it had answered them. */
  readonly envelope?: SealedEnvelope;
}

/** What waits, and the store's one stroke that puts an envelope where others stand. */
export interface Resealing extends Pick<PhoneStore, 'waiting' | 'pending'> {
  /** All at once, but for a stroke of which an envelope has left meanwhile. */
  replaceWaiting(strokes: readonly Stroke[]): Promise<void>;
}

export type OwnLines = (envelope: SealedEnvelope) => readonly string[] | undefined;

/**
 * The lines that an envelope was sealed from, out of what is pending. `undefined` where they are not all there, or others
 * than its hashes say.
 */
export async function createOwnLines(
  { pending }: Pick<PhoneStore, 'pending'>,
  { hash }: Pick<DeviceCrypto, 'hash'>,
): Promise<OwnLines> {
  const lines = new Map((await pending()).map(({ seq, line }) => [seq, line]));
  return ({ firstSeq, hashes }) => {
    const own = hashes.flatMap((_, index) => lines.get(firstSeq + index) ?? []);
    const isWhole = own.length === hashes.length;
    return isWhole && own.every((line, index) => lineHash(line, hash) === hashes[index]) ? own : undefined;
  };
}
