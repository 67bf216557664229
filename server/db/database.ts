import { type Dialect, Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

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

/** A value for a `::json` parameter, as bytes: PGlite counts the letters of a text one by one, and twice. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
