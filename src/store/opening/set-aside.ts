import { writeMeta } from '../codec/meta-codec.ts';
import { asideMark, type Database, type PageRow } from '../database.ts';

/**
 * Keeps the bytes of what did not open under another name.
 * @param isWhole whether the index opened: without it nobody knows which pages there were
 */
export async function setAside(database: Database, aside: readonly PageRow[], isWhole: boolean): Promise<void> {
  await database.write([database.pages, database.meta], async () => {
    const lost = isWhole ? aside : await database.pages.toArray();
    await database.pages.bulkDelete(lost.map(({ name }) => name));
    await database.pages.bulkPut(
      lost.map(({ name, body }) => ({ name: `${asideMark}${name.replace(asideMark, '')}`, body })),
    );
    if (!isWhole) await writeMeta(database, 'cursor', { after: 0, hubEpoch: null });
  });
}
