import { sql } from 'kysely';
import type { Hub } from '../../../server/hub.ts';

const tables = [
  'unit',
  'unit_change',
  'book',
  'setting',
  'device_home',
  'activation_code',
  'console_user',
  'device',
  'op',
  'verdict',
  'record',
  'departure',
  'parked',
  'quarantine',
  'erasure',
  'shared_book',
  'shared_place',
  'early',
  'audit',
  'journal_position',
];

/** Everything that is durable, as text; figures and what waits to be worked out come anew. */
export async function dump(hub: Hub): Promise<string> {
  const books = await hub.database.transaction(undefined, (tx) => tx.selectFrom('book').select('book').execute());
  const parts: string[] = [];
  for (const { book } of books) {
    const scope = await hub.wholeBook(book);
    for (const table of tables) {
      const { rows } = await hub.database.transaction(scope, (tx) =>
        sql<{ row: string }>`select to_json(t)::text as row from ${sql.table(table)} t order by 1`.execute(tx),
      );
      parts.push(`${table}: ${rows.map(({ row }) => row).join('\n')}`);
    }
  }
  return parts.join('\n');
}
