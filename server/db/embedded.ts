import { cpSync, existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
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

/**
 * What making a database costs is paid once on this machine, initdb 5 to 19 s and its tables another: the folder of one
 * with the tables of these migrations, another as soon as any of them is another.
 */
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'so-dan-so');
const preparedName = async (): Promise<string> => `database-18-${await migrationsDigest()}`;

/** PGlite in a folder. It makes no fsync: durability is the journal's. */
export async function openEmbedded(folder: string): Promise<Database> {
  const isNew = !existsSync(join(folder, wholeMark));
  if (isNew) await makeFolder(folder);
  await chmod(folder, 0o700);
  const pglite = await openMigrated(folder);
  if (isNew) await writeFile(join(folder, wholeMark), '');
  return openDatabase(embeddedDialect(pglite, `set local role ${appRole}`), true);
}

async function openMigrated(folder: string): Promise<PGlite> {
  const pglite = await PGlite.create({
    dataDir: folder,
    parsers: { [bigint]: Number },
    // Texts or bytes of JSON: see jsonBytes.
    serializers: { [json]: (bytes) => bytes },
  });
  await pglite.exec(`do $$ begin create role ${appRole} nologin; exception when duplicate_object then null; end $$`);
  const list = async (query: string) =>
    (await pglite.query<[string]>(query, [], { rowMode: 'array' })).rows.map(([first]) => first);
  await migrate({ run: async (statements) => void (await pglite.exec(statements)), list }, appRole);
  return pglite;
}

/**
 * What stands there without its mark was cut off while it was made; the journal beside it makes it whole again. PGlite
 * makes its files readable by everybody, so the folder around them must not be entered.
 */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) await rename(folder, `${folder}-aside-${Date.now()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const prepared = await prepare();
  // Of its two ways of copying a thousand files Node's own blocks for 40 ms, and takes a fifth of the other's time.
  if (prepared !== undefined) cpSync(prepared, folder, { recursive: true });
}

/** The folder to copy; made now where there is none yet. `undefined`: a read-only checkout. */
async function prepare(): Promise<string | undefined> {
  const name = await preparedName();
  const prepared = join(cache, name);
  if (existsSync(prepared)) return prepared;
  const half = `${prepared}.${process.pid}`;
  try {
    await mkdir(half, { recursive: true });
  } catch {
    // No reason not to start: the next first start takes its seconds again.
    return undefined;
  }
  await (await openMigrated(half)).close();
  // Whoever came first has put the same there.
  await rename(half, prepared).catch(() => rm(half, { recursive: true }));
  for (const other of await readdir(cache))
    if (/^database-18-\w+$/.test(other) && other !== name)
      await rm(join(cache, other), { recursive: true, force: true });
  return prepared;
}
