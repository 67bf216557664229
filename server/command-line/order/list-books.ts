import type { Hub } from '../../hub.ts';

/** Ids of all books of this hub. */
export async function listBooks(hub: Hub): Promise<readonly string[]> {
  const rows = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('book').select('book').orderBy('book').execute(),
  );
  return rows.map(({ book }) => book);
}
