import { type Dialect, Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;
/** For one statement that needs nothing but itself. */
export type Look = Kysely<Tables>;

/** What a transaction may see of the tables under row-level security. Nothing stated: nothing seen. */
export interface Scope {
  readonly book: string;
  /** Unit ids. */
  readonly places: readonly string[];
}

/** The only door to the database: there is no query outside a transaction, so none outside its scope. */
export interface Database {
  readonly isEmbedded: boolean;
  transaction<Result>(scope: Scope | undefined, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** One statement, of tables that are guarded by no scope: a transaction by itself, without the words around it. */
  look<Result>(work: (look: Look) => Promise<Result>): Promise<Result>;
  /** Reads that must agree with each other: all see the same moment. */
  snapshot<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Rewrites tables whose rows were erased, so that no older version of them is left in the files. */
  scour(tables: readonly (keyof Tables)[]): Promise<void>;
  close(): Promise<void>;
}

/** @param canScour the hub owns its tables: elsewhere that is their owner's work (autovacuum, or by hand) */
export function openDatabase(dialect: Dialect, isEmbedded: boolean, canScour = isEmbedded): Database {
  const kysely = new Kysely<Tables>({ dialect });
  const run =
    <Result>(scope: Scope | undefined, work: (tx: Tx) => Promise<Result>) =>
    async (tx: Tx) => {
      if (scope !== undefined) await enterScope(tx, scope);
      return work(tx);
    };
  return {
    isEmbedded,
    transaction: (scope, work) => kysely.transaction().execute(run(scope, work)),
    // The embedded one puts off the owner's rights as each transaction begins.
    look: (work) => (isEmbedded ? kysely.transaction().execute(work) : work(kysely)),
    snapshot: (scope, work) => kysely.transaction().setIsolationLevel('repeatable read').execute(run(scope, work)),
    async scour(tables) {
      if (!canScour) return;
      await kysely.connection().execute(async (connection) => {
        for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(connection);
        await sql`checkpoint`.execute(connection);
      });
    },
    close: () => kysely.destroy(),
  };
}

/** Until the transaction ends or another scope is entered. */
export async function enterScope(tx: Tx, scope: Scope): Promise<void> {
  const places = scope.places.join(',');
  await sql`select set_config('app.book', ${scope.book}, true), set_config('app.places', ${places}, true)`.execute(tx);
}

/**
 * Locks a book and enters its scope: the numbers of its sequence are given under this lock, so that no reader sees a gap.
 * @returns the last one
 */
export async function enterBook(tx: Tx, { book, places }: Scope): Promise<number> {
  const { rows } = await sql<{ last_number: number }>`
    with locked as (select last_number from book where book = ${book} for update)
    select last_number, set_config('app.book', ${book}, true), set_config('app.places', ${places.join(',')}, true)
    from locked`.execute(tx);
  const [locked] = rows;
  if (locked === undefined) throw new Error('no such book');
  return locked.last_number;
}

/** A value for a `::json` parameter, as bytes: PGlite counts the letters of a text one by one, and twice. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
