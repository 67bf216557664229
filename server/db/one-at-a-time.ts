import type { Dialect, Driver } from 'kysely';

/**
 * PGlite has one connection, and Kysely's dialect hands it to everybody at once: a second transaction would run inside
 * the first, under its scope. Here whoever asks waits until the one before has given the connection back.
 */
export function oneAtATime(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => guard(dialect.createDriver()),
  };
}

function guard(driver: Driver): Driver {
  let last: Promise<void> = Promise.resolve();
  let leave = () => {};
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      const before = last;
      let done = () => {};
      last = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      leave = done;
      return driver.acquireConnection(options);
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    async releaseConnection(connection, options) {
      await driver.releaseConnection(connection, options);
      leave();
    },
    destroy: (options) => driver.destroy(options),
  };
}
