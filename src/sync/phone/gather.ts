import type { EnvelopeHeader, SealedEnvelope } from '../envelope.ts';
import type { DeviceCrypto } from '../ports.ts';
import { utf8 } from '../wire/bytes.ts';
import { nextChain } from '../wire/chain.ts';
import { writeHeader } from '../wire/envelope-bytes.ts';
import { createOwnLines, mostLetters, mostOps, type OwnLines, type Resealing, type Stroke } from './own-lines.ts';
import { readSound } from './sound.ts';

interface Opened {
  readonly envelope: SealedEnvelope;
  readonly header: EnvelopeHeader;
  readonly lines: readonly string[];
}

interface Gathering {
  /** In order of seq. */
  readonly waiting: readonly SealedEnvelope[];
  /** Of the hub's newest seal key, which `crypto` seals to. */
  readonly keyId: string;
  /** Civil day of the sealing, yyyy-mm-dd. */
  readonly day: string;
}

/**
 * Seals what waits in many small envelopes into few larger ones (1,500 single ops weigh 750 KB, gathered a tenth): the same
 * ops under the same numbers, hashes and chain, so a hub that has some of them already answers these as it did before.
 * What this answers puts the larger ones in the place of their parts, in one transaction of the store, and says how many
 * envelopes became part of a larger one; until it is asked, nothing is changed.
 */
export async function gatherWaiting(
  store: Omit<Resealing, 'waiting'>,
  crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>,
  { waiting, keyId, day }: Gathering,
): Promise<() => Promise<number>> {
  const runs = splitRuns(openAll(waiting, await createOwnLines(store, crypto)), crypto);
  const strokes: Stroke[] = [];
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || first === last) continue;
    const id = crypto.randomId();
    const lines = run.flatMap((part) => part.lines);
    const header = writeHeader({ ...last.header, id, f: first.header.f, k: keyId, y: day });
    const envelope = {
      id,
      firstSeq: first.envelope.firstSeq,
      lastSeq: last.envelope.lastSeq,
      hashes: run.flatMap((part) => part.envelope.hashes),
      bytes: await crypto.seal(header, utf8(lines.join('\n'))),
    };
    strokes.push({ replaced: run.map((part) => part.envelope.id), envelope });
  }
  return async () => {
    if (strokes.length > 0) await store.replaceWaiting(strokes);
    return strokes.reduce((count, { replaced }) => count + replaced.length, 0);
  };
}

/** One whose lines are not all pending, for some of them were answered by another road, stays as it is; a damaged one too. */
function openAll(waiting: readonly SealedEnvelope[], ownLines: OwnLines): readonly Opened[] {
  return waiting.flatMap((envelope) => {
    const header = readSound(envelope);
    const lines = header && ownLines(envelope);
    return header === undefined || lines === undefined ? [] : [{ envelope, header, lines }];
  });
}

/** Neighbours without a gap, sealed under one epoch of places, as long as an envelope may be. */
function splitRuns(opened: readonly Opened[], crypto: Pick<DeviceCrypto, 'hash'>): readonly (readonly Opened[])[] {
  const runs: Opened[][] = [];
  let [ops, letters] = [0, 0];
  for (const part of opened) {
    const before = runs.at(-1)?.at(-1);
    ops += part.lines.length;
    letters += lettersOf(part);
    if (before !== undefined && isNext(before, part, crypto) && ops <= mostOps && letters <= mostLetters) {
      runs.at(-1)?.push(part);
      continue;
    }
    runs.push([part]);
    [ops, letters] = [part.lines.length, lettersOf(part)];
  }
  return runs;
}

/** Also by their chain: a head that storage has damaged must not be signed anew. */
function isNext({ envelope, header }: Opened, next: Opened, { hash }: Pick<DeviceCrypto, 'hash'>): boolean {
  const isNeighbour = header.d === next.header.d && header.e === next.header.e;
  if (!isNeighbour || next.envelope.firstSeq !== envelope.lastSeq + 1) return false;
  return nextChain(header.h, next.envelope.hashes, hash) === next.header.h;
}

function lettersOf({ lines }: Opened): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
