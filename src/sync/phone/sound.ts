import type { EnvelopeHeader, SealedEnvelope } from '../envelope.ts';
import { isCount } from '../wire/bounds.ts';
import { parseEnvelope } from '../wire/envelope-bytes.ts';

/** 32 bytes as they are written, and nothing that a turned bit makes of them: the last letter says four bits only. */
const digest = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * The header of an envelope that storage gave back as it was put there, as far as its own parts tell: a worn flash turns
 * bits. `undefined` for one that is not worth sending. Whether body and signature are whole, only the hub can say.
 */
export function readSound(row: SealedEnvelope): EnvelopeHeader | undefined {
  const { id, firstSeq, lastSeq, hashes } = row;
  const header = readHeaderOf(row);
  if (header?.id !== id || header.f !== firstSeq || header.l !== lastSeq) return undefined;
  const isCounted = hashesOf(row).length === lastSeq - firstSeq + 1;
  return isCounted && hashes.every((hash) => digest.test(hash)) ? header : undefined;
}

/** What the bytes say of themselves. */
export function readHeaderOf({ bytes }: SealedEnvelope): EnvelopeHeader | undefined {
  const parsed = ArrayBuffer.isView(bytes) ? parseEnvelope(bytes) : undefined;
  return parsed?.ok && digest.test(parsed.value.header.h) ? parsed.value.header : undefined;
}

/** However it is damaged, what is counted by it is a number. */
export function hashesOf({ hashes }: SealedEnvelope): readonly string[] {
  return Array.isArray(hashes) ? hashes : [];
}

/** Hash of an op by its number, as it stands beside the sound one of these that it is in. */
export function hashIn(envelopes: readonly SealedEnvelope[]): (seq: number) => string | undefined {
  return (seq) => {
    const own = envelopes.find(({ firstSeq, lastSeq }) => firstSeq <= seq && seq <= lastSeq);
    return own?.hashes[seq - own.firstSeq];
  };
}

/**
 * The numbers that a damaged envelope is about: as its row says, or its own header, whichever is as many as there are
 * hashes; where neither is, all that either says.
 */
export function numbersClaimed(row: SealedEnvelope): readonly number[] {
  const header = readHeaderOf(row);
  const claims = [range(row.firstSeq, row.lastSeq), header === undefined ? [] : range(header.f, header.l)];
  const fitting = claims.find(({ length }) => length > 0 && length === hashesOf(row).length);
  return fitting ?? [...new Set(claims.flat())];
}

/** Longer than any envelope: a turned bit made it so. */
const longest = 5_000;

function range(first: number, last: number): readonly number[] {
  const isRange = isCount(first) && isCount(last) && first > 0 && last >= first && last - first < longest;
  return isRange ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
}
