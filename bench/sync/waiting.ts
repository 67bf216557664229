/** What waits on a phone: ops, and the sealed envelopes that they lie in. */
export interface Waiting {
  readonly ops: number;
  readonly sealedIn: number;
}

/** Runs inside the page, by its text alone; also while the phone is locked. */
export async function countWaiting(): Promise<Waiting> {
  const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const rowsIn = async (name: string): Promise<readonly { readonly hashes: readonly string[] }[]> => {
    const database = await done(indexedDB.open(name));
    const isPhone = database.objectStoreNames.contains('outbox');
    const rows = isPhone ? await done(database.transaction('outbox').objectStore('outbox').getAll()) : [];
    database.close();
    return rows;
  };
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const rows = (await Promise.all(names.map(rowsIn))).flat();
  return { sealedIn: rows.length, ops: rows.reduce((total, { hashes }) => total + hashes.length, 0) };
}
