import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { migrate, type Owner } from '../../../server/db/migrate.ts';
import { createDatabase, type Engine, engines } from '../engines.ts';

/*
 * The current fails while a hub brings its tables up to date, behind any statement of any migration: the next start finds
 * them as they were before that migration, and goes on from there.
 */

const folder = join(import.meta.dirname, '..', '..', '..', 'server', 'migrations');

interface Opened extends Owner {
  readonly appRole: string;
  /** The connection is gone, and with it whatever it had begun. */
  breakOff(): Promise<void>;
  close(): Promise<void>;
}

async function openEmbedded(): Promise<Opened> {
  const pglite = await PGlite.create();
  await pglite.exec('create role so_dan_so_app nologin');
  return {
    appRole: 'so_dan_so_app',
    run: async (statements) => void (await pglite.exec(statements)),
    list: async (query) =>
      (await pglite.query<string[]>(query, [], { rowMode: 'array' })).rows.map(([first]) => `${first}`),
    breakOff: async () => void (await pglite.exec('rollback')),
    close: () => pglite.close(),
  };
}

async function openPostgresql(): Promise<Opened> {
  const database = await createDatabase();
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.owner });
    await client.connect();
    return client;
  };
  let client = await connect();
  return {
    appRole: new URL(database.login).username,
    run: async (statements) => void (await client.query(statements)),
    async list(query) {
      const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
      return rows.map(([first]) => `${first}`);
    },
    async breakOff() {
      await client.end();
      client = await connect();
    },
    async close() {
      await client.end();
      await database.drop();
    },
  };
}

const open: { readonly [engine in Engine]: () => Promise<Opened> } = {
  PGlite: openEmbedded,
  PostgreSQL: openPostgresql,
};

/** Where a statement ends; texts, comments and bodies of functions hold semicolons of their own. */
function endsOfStatements(text: string): readonly number[] {
  const pieces = /--[^\n]*|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|;/g;
  return [...text.matchAll(pieces)].flatMap(({ 0: piece, index }) => (piece === ';' ? [index + 1] : []));
}

/** Everything of the schema that a migration can have touched. */
async function describeSchema({ list }: Owner): Promise<string> {
  const queries = [
    'select name from migration order by 1',
    `select row(table_name, column_name, data_type, is_nullable, column_default)::text from information_schema.columns
     where table_schema = 'public' order by 1`,
    `select indexdef from pg_indexes where schemaname = 'public' order by 1`,
    `select row(tablename, policyname, cmd, qual, with_check)::text from pg_policies order by 1`,
    `select row(relname, relacl, relrowsecurity, relforcerowsecurity)::text from pg_class
     where relnamespace = 'public'::regnamespace order by 1`,
    `select row(conrelid::regclass, conname, pg_get_constraintdef(oid))::text from pg_constraint
     where connamespace = 'public'::regnamespace order by 1`,
    `select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
    'select row(tgrelid::regclass, pg_get_triggerdef(oid))::text from pg_trigger where not tgisinternal order by 1',
  ];
  const parts: string[] = [];
  for (const query of queries) parts.push(...(await list(query)));
  return parts.join('\n');
}

/** Ends behind so many statements of this migration; those before it are done. */
function endingIn(owner: Opened, name: string, statements: number): Owner {
  return {
    list: owner.list,
    async run(text) {
      if (!text.includes(`insert into migration values ('${name}')`)) return owner.run(text);
      // The first of them is "begin".
      const at = endsOfStatements(text)[statements] ?? 0;
      await owner.run(text.slice(0, at));
      throw new Error('the current failed');
    },
  };
}

describe.each(engines)('a migration is cut off, on %s', (engine) => {
  test('behind any statement: nothing of it stays, and the next start ends as if nothing had been', async () => {
    const [owner, whole] = [await open[engine](), await open[engine]()];
    try {
      await migrate(whole, whole.appRole);
      const expected = (await describeSchema(whole)).replaceAll(whole.appRole, 'app');
      let cuts = 0;
      for (const name of readdirSync(folder).sort()) {
        const count = endsOfStatements(readFileSync(join(folder, name), 'utf8')).length;
        let before: string | undefined;
        // The last cut is behind the line that says it is done, and before its commit.
        for (let statements = 0; statements <= count + 1; statements += 1) {
          const cut = migrate(endingIn(owner, name, statements), owner.appRole);
          await expect(cut).rejects.toThrow('the current failed');
          await owner.breakOff();
          before ??= await describeSchema(owner);
          expect([name, statements, await describeSchema(owner)]).toEqual([name, statements, before]);
          cuts += 1;
        }
      }
      console.log(`migrations cut off ${cuts} times, on ${engine}`);
      expect(cuts).toBeGreaterThan(60);
      await migrate(owner, owner.appRole);
      expect((await describeSchema(owner)).replaceAll(owner.appRole, 'app')).toBe(expected);
    } finally {
      await owner.close();
      await whole.close();
    }
  }, 120_000);
});
