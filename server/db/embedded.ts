import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Database, openDatabase } from './database.ts';
import { embeddedDialect } from './embedded-dialect.ts';
import { migrate, migrationsDigest } from './migrate.ts';

const appRole = 'so_dan_so_app';
const bigint = 20;
const json = 114;
/** Stands in a folder once all of its database does: the first file that is written says nothing. */
const wholeMark = 'so-dan-so-whole';

/** What making a database costs is paid once on this machine: initdb 5 to 19 s, its tables another. */
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'so-dan-so');
const emptyOne = join(cache, 'empty-database-18.tar.gz');
/** With the tables of these migrations; another file once they change. */
const tabled = async (): Promise<string> => join(cache, `database-18-${await migrationsDigest()}.tar`);

/** PGlite in a folder, or in memory without one. PGlite makes no fsync: durability is the journal's. */
export async function openEmbedded(folder: string | undefined): Promise<Database> {
  const isNew = folder === undefined || !existsSync(join(folder, wholeMark));
  if (folder !== undefined) await prepareFolder(folder, isNew);
  const whole = isNew ? await tabled() : '';
  const [prepared] = isNew ? [whole, emptyOne].filter(existsSync) : [];
  const pglite = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(prepared !== undefined ? { loadDataDir: new Blob([await readFile(prepared)]) } : {}),
    parsers: { [bigint]: Number },
    // Texts or bytes of JSON: see jsonBytes.
    serializers: { [json]: (bytes) => bytes },
  });
  if (isNew && prepared === undefined) await keep(pglite, emptyOne);
  await pglite.exec(`do $$ begin create role ${appRole} nologin; exception when duplicate_object then null; end $$`);
  const list = async (query: string) =>
    (await pglite.query<[string]>(query, [], { rowMode: 'array' })).rows.map(([first]) => first);
  await migrate({ run: async (statements) => void (await pglite.exec(statements)), list }, appRole);
  if (isNew && prepared !== whole) await keepTables(pglite, whole);
  if (isNew && folder !== undefined) await writeFile(join(folder, wholeMark), '');
  return openDatabase(embeddedDialect(pglite, `set local role ${appRole}`), true);
}

/**
 * What stands there without its mark was cut off while it was made; the journal beside it makes it whole again. PGlite
 * makes its files readable by everybody, so the folder around them must not be entered.
 */
async function prepareFolder(folder: string, isNew: boolean): Promise<void> {
  if (isNew && existsSync(folder)) await rename(folder, `${folder}-aside-${Date.now()}`);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
}

/** Instead of those of other migrations. */
async function keepTables(pglite: PGlite, path: string): Promise<void> {
  await keep(pglite, path);
  for (const name of await readdir(cache).catch(() => []))
    if (/^database-18-\w+\.tar$/.test(name) && join(cache, name) !== path) await rm(join(cache, name), { force: true });
}

async function keep(pglite: PGlite, path: string): Promise<void> {
  const dump = await pglite.dumpDataDir(path.endsWith('.gz') ? 'gzip' : 'none');
  const half = `${path}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(half, Buffer.from(await dump.arrayBuffer()));
    await rename(half, path);
  } catch {
    // A read-only checkout is no reason not to start: the next first start takes its seconds again.
    await rm(half, { force: true });
  }
}
