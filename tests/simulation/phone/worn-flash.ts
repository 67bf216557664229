import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { readSound } from '../../../src/sync/phone/sound.ts';
import { bitsOf, withTurnedBit } from '../../store/worn/turned-bits.ts';
import type { Random } from '../random.ts';
import type { Schedule } from '../schedule.ts';
import type { SimulatedPhone } from './phone.ts';

/* Storage that turns a bit in what waits. What it was sealed from is pending still: both at once is no story of these. */

type Turn = (row: SealedEnvelope, random: Random) => SealedEnvelope;

const inText = (text: string, random: Random): string => {
  const at = random.below(text.length);
  const turned = String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7)));
  return text.slice(0, at) + turned + text.slice(at + 1);
};

const inBytes: Turn = (row, random) => {
  const bytes = Uint8Array.from(row.bytes);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return { ...row, bytes };
};

const turns: readonly Turn[] = [
  inBytes,
  inBytes,
  (row, random) => ({ ...row, id: inText(row.id, random) }),
  (row, random) => ({ ...row, firstSeq: row.firstSeq ^ (1 << random.below(6)) }),
  (row, random) => ({ ...row, lastSeq: row.lastSeq ^ (1 << random.below(6)) }),
  (row, random) => {
    const which = random.below(row.hashes.length);
    return { ...row, hashes: row.hashes.map((hash, at) => (at === which ? inText(hash, random) : hash)) };
  },
];

export function turnBit({ tables, turned }: SimulatedPhone, { random, count }: Schedule): void {
  const isPending = ({ firstSeq, hashes }: SealedEnvelope) =>
    hashes.every((_, at) => tables.pending.has(firstSeq + at));
  const whole = [...tables.outbox.values()].filter((row) => !turned.has(row.id) && isPending(row));
  if (whole.length === 0) return;
  const row = random.pick(whole);
  const next = random.pick(turns)(row, random);
  turned.set(next.id, row);
  tables.outbox.delete(row.id);
  tables.outbox.set(next.id, next);
  count('bit turned in the outbox');
}

/** And one in the row that says where the phone stands. */
export function turnHead({ tables }: SimulatedPhone, { random, count }: Schedule): void {
  tables.head = withTurnedBit(tables.head, random.below(bitsOf(tables.head)));
  count('bit turned in the head');
}

/**
 * A phone on which no copy of what left was kept, as in the first version; all of it came before whatever waits. (One that
 * left while an older one went on waiting would be a number of which nothing is left at all.)
 */
export function forgetSent({ tables }: SimulatedPhone, { count }: Schedule): void {
  const last = Math.max(0, ...[...tables.sent.values()].map(({ lastSeq }) => lastSeq));
  if ([...tables.outbox.values()].some((row) => (readSound(row)?.f ?? 0) <= last)) return;
  tables.sent.clear();
  count('sent copies gone');
}
