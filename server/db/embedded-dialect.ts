import type { PGlite } from '@electric-sql/pglite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/**
 * Kysely over PGlite, whose one connection is given to one transaction after the other: Kysely's own dialect hands it to
 * everybody at once, and a second transaction would run inside the first, under its scope. A transaction begins and ends
 * by PGlite's quick way for statements without parameters.
 * @param begin first statements of every transaction, e.g. put off the owner's rights
 */
export function embeddedDialect(pglite: PGlite, begin: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => makeDriver(pglite, begin),
  };
}

interface Connection extends DatabaseConnection {
  /** A statement failed, so the database will not commit, and would say nothing about that. */
  hasFailed: boolean;
}

function makeDriver(pglite: PGlite, begin: string): Driver {
  const connection = connect(pglite);
  let last: Promise<void> = Promise.resolve();
  let leave = () => {};
  return {
    init: async () => {},
    async acquireConnection() {
      const before = last;
      let done = () => {};
      last = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      leave = done;
      return connection;
    },
    async beginTransaction() {
      connection.hasFailed = false;
      await pglite.exec(`begin; ${begin}`);
    },
    async commitTransaction() {
      if (connection.hasFailed) throw new Error('a statement of this transaction failed');
      await pglite.exec('commit');
    },
    rollbackTransaction: async () => void (await pglite.exec('rollback')),
    releaseConnection: async () => leave(),
    destroy: () => pglite.close(),
  };
}

function connect(pglite: PGlite): Connection {
  return {
    hasFailed: false,
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const { rows, affectedRows = 0 } = await pglite.query<Row>(sql, [...parameters]);
        return { rows, numAffectedRows: BigInt(affectedRows) };
      } catch (error) {
        this.hasFailed = true;
        throw error;
      }
    },
    // biome-ignore lint/correctness/useYield: there is nothing to yield, only to refuse
    async *streamQuery() {
      throw new Error('PGlite does not stream');
    },
  };
}
