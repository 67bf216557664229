import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const bigint = 20;

/** pg reads a bigint as text, PGlite as a number: one reading for both. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** The given PostgreSQL cannot be worked with; the message holds no address, which may hold a password. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/** No address, no server, no connection left, wrong password, no such database: the owner's to mend, not a bug. */
const ownersFault = /^(ERR_INVALID_URL|E[A-Z]+|(08|28|3D|53|57).{3})$/;

/** Opens it, or throws `DatabaseUnusable`. */
export async function openPostgresql(loginUrl: string, ownerUrl: string | undefined): Promise<Database> {
  try {
    return await connect(loginUrl, ownerUrl);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw ownersFault.test(code) ? new DatabaseUnusable(code) : error;
  }
}

/**
 * @param loginUrl role of daily work: neither owner nor superuser, or row-level security would not hold
 * @param ownerUrl role that owns the tables, used for migrations only; without it they must be up to date
 */
async function connect(loginUrl: string, ownerUrl: string | undefined): Promise<Database> {
  const login = decodeURIComponent(new URL(loginUrl).username);
  if (ownerUrl !== undefined) await migrateAsOwner(ownerUrl, login);
  const pool = new pg.Pool({
    connectionString: loginUrl,
    max: 10,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    types,
  });
  // A connection that breaks while idle is replaced by the pool; whoever uses a broken one gets the error itself, and the
  // connection's own word of it, which nobody hears while it is lent, must not end the hub.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const database = openDatabase(new PostgresDialect({ pool }), false);
  try {
    await refuseMightyRole(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function migrateAsOwner(ownerUrl: string, login: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two hubs that start together: the second waits and finds nothing left to do.
    await client.query('select pg_advisory_lock(7364001)');
    const list = async (query: string) => {
      const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
      return rows.map(([first]) => String(first));
    };
    await migrate({ run: async (statements) => void (await client.query(statements)), list }, login);
  } finally {
    await client.end();
  }
}

async function refuseMightyRole(database: Database): Promise<void> {
  const { rows } = await database.transaction(undefined, (tx) =>
    sql<{ is_mighty: boolean }>`
      select rolsuper or rolbypassrls or exists (
        select 1 from pg_class where relname = 'record' and relowner = pg_roles.oid) as is_mighty
      from pg_roles where rolname = current_user`.execute(tx),
  );
  if (rows[0]?.is_mighty === false) return;
  throw new DatabaseUnusable('DATABASE_URL must name a role that is neither superuser nor owner of the tables');
}
