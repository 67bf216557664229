import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';

/** Look-up tables: as many rows as places, devices and users, never as many as what people do. */
const whole = new Set([
  'unit',
  'book',
  'setting',
  'device_home',
  'activation_code',
  'console_user',
  'journal_position',
  'migration',
]);

const guarded = ['op', 'record', 'departure', 'place_sum', 'verdict', 'parked', 'quarantine', 'erasure', 'early'];

onEachEngine('the schema', ({ hub }) => {
  test('every table that grows has the book in its primary key and in each unique index', async () => {
    const { rows } = await hub().database.transaction(undefined, (tx) =>
      sql<{ name: string; columns: string }>`
        select t.relname as name, coalesce(string_agg(a.attname, ','), '') as columns
        from pg_class t
        join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
        left join pg_index i on i.indrelid = t.oid and i.indisunique
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
        where t.relkind = 'r' group by t.oid, t.relname, i.indexrelid order by 1`.execute(tx),
    );
    expect(rows.length).toBeGreaterThan(15);
    const wrong = rows.filter(({ name, columns }) => !whole.has(name) && !columns.split(',').includes('book'));
    expect(wrong).toEqual([]);
  });

  test('row-level security is on and forced where records are', async () => {
    const { rows } = await hub().database.transaction(undefined, (tx) =>
      sql<{ name: string }>`
        select relname as name from pg_class where relkind = 'r' and relrowsecurity and relforcerowsecurity
        order by 1`.execute(tx),
    );
    expect(rows.map(({ name }) => name)).toEqual([...guarded].sort());
  });

  test('what runs with the owner’s rights is not led astray by a temporary table of the hub’s login', async () => {
    const { rows } = await hub().database.transaction(undefined, (tx) =>
      sql<{ name: string; path: string }>`
        select proname as name, array_to_string(proconfig, ';') as path from pg_proc where prosecdef order by 1`.execute(
        tx,
      ),
    );
    const path = 'search_path=public, pg_temp';
    expect(rows).toEqual(['erase_bodies', 'merge_book'].map((name) => ({ name, path })));
  });

  test('without a scope nothing is seen; with one only its own book and places', async () => {
    const one = await foundTestCommune(hub());
    const other = await foundTestCommune(hub());
    const [first, second] = one.villages;
    const add = (book: string, place: string, id: string) =>
      hub().database.transaction({ book, places: [place] }, (tx) =>
        tx
          .insertInto('record')
          .values({ book, id, kind: 'person', place, state: '{}', digest: '1', number: id.length })
          .execute(),
      );
    await add(one.book, first, 'a');
    await add(one.book, second, 'bb');
    await add(other.book, other.villages[0], 'ccc');
    const ids = async (scope: { book: string; places: readonly string[] } | undefined) => {
      const rows = await hub().database.transaction(scope, (tx) => tx.selectFrom('record').select('id').execute());
      return rows.map((row) => row.id).sort();
    };
    expect(await ids(undefined)).toEqual([]);
    expect(await ids({ book: one.book, places: [] })).toEqual([]);
    expect(await ids({ book: one.book, places: [first] })).toEqual(['a']);
    expect(await ids({ book: one.book, places: [first, second] })).toEqual(['a', 'bb']);
    expect(await ids({ book: other.book, places: [first, second] })).toEqual([]);
    // The setting ends with its transaction, also on a connection that is used again.
    expect(await ids(undefined)).toEqual([]);
  });

  test('a writer can neither write, move nor take a record outside its places, nor rewrite the log', async () => {
    const { book, villages } = await foundTestCommune(hub());
    const [mine, theirs] = villages;
    const { database } = hub();
    const row = { book, kind: 'person', state: '{}', digest: '1' };
    await database.transaction({ book, places: [mine] }, (tx) =>
      tx
        .insertInto('record')
        .values({ ...row, id: 'm', place: mine, number: 1 })
        .execute(),
    );
    await database.transaction({ book, places: [theirs] }, (tx) =>
      tx
        .insertInto('record')
        .values({ ...row, id: 't', place: theirs, number: 2 })
        .execute(),
    );
    const asMe = (work: Parameters<typeof database.transaction<unknown>>[1]) =>
      database.transaction({ book, places: [mine] }, work);
    const place = theirs;
    await expect(
      asMe((tx) =>
        tx
          .insertInto('record')
          .values({ ...row, id: 'n', place, number: 3 })
          .execute(),
      ),
    ).rejects.toThrow();
    await expect(
      asMe((tx) => tx.updateTable('record').set({ place }).where('id', '=', 'm').execute()),
    ).rejects.toThrow();
    await asMe((tx) => tx.updateTable('record').set({ state: 'x' }).where('id', '=', 't').execute());
    await asMe((tx) => tx.deleteFrom('record').where('id', '=', 't').execute());
    const [kept] = await database.transaction({ book, places: [theirs] }, (tx) =>
      tx.selectFrom('record').select('state').where('book', '=', book).execute(),
    );
    expect(kept?.state).toBe('{}');
    for (const table of ['op', 'verdict', 'audit'] as const) {
      await expect(asMe((tx) => tx.deleteFrom(table).where('book', '=', book).execute())).rejects.toThrow();
      await expect(asMe((tx) => tx.updateTable(table).set({ book: 'x' }).execute())).rejects.toThrow();
    }
  });

  test('the one hand that erases from the log reaches no other book', async () => {
    const [one, other] = [await foundTestCommune(hub()), await foundTestCommune(hub())];
    const { database } = hub();
    const of = (book: string, place: string) => ({ book, places: [place] });
    for (const { book, villages } of [one, other])
      await database.transaction(of(book, villages[0]), (tx) =>
        tx.insertInto('op').values({ book, device: 'd', seq: 1, place: villages[0], line: 'body' }).execute(),
      );
    const stub = JSON.stringify([{ device: 'd', seq: 1, line: 'stub' }]);
    await database.transaction(of(one.book, one.villages[0]), (tx) =>
      sql`select erase_bodies(${stub}::json, '[]'::json)`.execute(tx),
    );
    const lines = await Promise.all(
      [one, other].map(({ book, villages }) =>
        database.transaction(of(book, villages[0]), (tx) => tx.selectFrom('op').select('line').execute()),
      ),
    );
    expect(lines).toEqual([[{ line: 'stub' }], [{ line: 'body' }]]);
  });

  test('bigint reads as a number on both databases', async () => {
    const { rows } = await hub().database.transaction(undefined, (tx) =>
      sql<{
        big: unknown;
        counted: unknown;
      }>`select 1795310584005::bigint as big, count(*) as counted from unit`.execute(tx),
    );
    expect(rows[0]?.big).toBe(1_795_310_584_005);
    expect(typeof rows[0]?.counted).toBe('number');
  });

  test('transactions that begin together do not see into each other', async () => {
    const { book, villages } = await foundTestCommune(hub());
    const seen = await Promise.all(
      villages.map((place, index) =>
        hub().database.transaction({ book, places: [place] }, async (tx) => {
          const values = { book, id: `p${index}`, kind: 'person', place, state: '{}', digest: '1', number: 50 + index };
          await tx.insertInto('record').values(values).execute();
          return tx.selectFrom('record').select('id').where('book', '=', book).execute();
        }),
      ),
    );
    expect(seen.map((rows) => rows.map((row) => row.id))).toEqual([['p0'], ['p1']]);
  });
});
