import type { Op } from '../sync/op.ts';
import { sha256 } from '../sync/records/sha256.ts';
import { eraseLine, isErased, readLine } from '../sync/wire/line.ts';
import { writeMeta } from './codec/meta-codec.ts';
import { fold } from './fold.ts';
import { readMending, sealPending } from './pending.ts';
import { type StoreState, tell } from './state.ts';

/**
 * Orders to erase, carried out: what waits keeps number and hash and loses its body, what was sent back goes, and pages
 * and journal are written anew without what they held. That it was done is written last: a phone that dies in the middle
 * is told again. What is sealed in the outbox stays: nobody here can read it, and the hub takes none of it.
 * `repeats`: whether an op says once more what stands on such a record
 */
export async function erase(
  state: StoreState,
  records: ReadonlySet<string>,
  number: number,
  repeats: (op: Op) => boolean,
): Promise<void> {
  const { database, sealer } = state;
  const isAbout = (line: string): boolean => {
    const read = readLine(line);
    return read.ok && !isErased(read.value) && (records.has(read.value.id) || repeats(read.value));
  };
  const without = () => state.pending.rewritten((line) => (isAbout(line) ? eraseLine(line, sha256) : line));
  const refused = (await readMending(database, sealer)).filter(({ line }) => isAbout(line));
  // A save does not wait for this: what was written to the person meanwhile has its turn behind it.
  for (let next = without(); next.changed.length > 0; next = without()) {
    const rows = await Promise.all(next.changed.map((ops) => sealPending(sealer, ops)));
    await database.write([database.pending], () => database.pending.bulkPut(rows.flatMap((row) => row ?? [])));
    next.take();
  }
  await database.write([database.mending], () => database.mending.bulkDelete(refused.map(({ seq }) => seq)));
  for (const { seq } of refused) state.mending.delete(seq);
  tell(state, records);
  await fold(state);
  await database.write([database.meta], () => writeMeta(database, 'obeyed', number));
}
