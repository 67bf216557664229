import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openPostgresql } from '../../../server/db/postgresql.ts';
import { createDatabase, engines } from '../engines.ts';

/* The database is started anew under a hub that is answering. */

describe.runIf(engines.includes('PostgreSQL'))('a PostgreSQL that goes away', () => {
  test('under a question: whoever asked is told, the hub lives, and the next question is answered', async () => {
    const { login, owner, drop } = await createDatabase();
    const database = await openPostgresql(login, owner);
    const ownLine = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const broken = database.transaction(undefined, async (tx) => {
      const { rows } = await ownLine.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(tx);
    });
    await expect(broken).rejects.toThrow(/terminat/i);
    const { rows } = await database.transaction(undefined, (tx) => ownLine.execute(tx));
    expect(rows).toHaveLength(1);
    await database.close();
    await drop();
  });
});
