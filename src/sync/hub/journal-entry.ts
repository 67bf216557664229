import { type Bytes, concat, readU32, u32 } from '../wire/bytes.ts';

/** What a hub journals of an envelope: u32 high ‖ u32 low of the receipt time in ms, then the envelope's bytes. */
export function writeJournalEntry(receivedAt: number, envelope: Uint8Array): Bytes {
  return concat(u32(Math.floor(receivedAt / 2 ** 32)), u32(receivedAt % 2 ** 32), envelope);
}

/** What to hand to `acceptEnvelope` again, so that a replay gives every op the stamp it had. */
export function readJournalEntry(
  entry: Uint8Array,
): { readonly receivedAt: number; readonly envelope: Bytes } | undefined {
  const [high, low] = [readU32(entry, 0), readU32(entry, 4)];
  if (high === undefined || low === undefined) return undefined;
  return { receivedAt: high * 2 ** 32 + low, envelope: entry.slice(8) };
}
