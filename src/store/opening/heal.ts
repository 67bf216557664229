import { readMeta, writeMeta } from '../codec/meta-codec.ts';
import { asideMark, type Database } from '../database.ts';
import { fold } from '../fold.ts';
import type { StoreState } from '../state.ts';

/** A fold writes an index that no longer names what did not open; the bytes that were set aside have no more use. */
export async function heal(state: StoreState): Promise<void> {
  if (state.damaged === 0) return;
  const { database } = state;
  await fold(state);
  await database.write([database.pages], async () => {
    await database.pages.where('name').startsWith(asideMark).delete();
  });
  state.damaged = 0;
}

export async function noteMended(database: Database, records: number, at: number): Promise<void> {
  await database.write([database.meta], async () => {
    const before = await readMeta(database, 'mended');
    await writeMeta(database, 'mended', { records: before.records + records, at });
  });
}
