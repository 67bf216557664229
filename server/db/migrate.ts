import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A connection with the owner's rights, open only while the tables are brought up to date. */
export interface Owner {
  /** Several statements in one go, without parameters. */
  run(statements: string): Promise<void>;
  /** First column of each row. */
  list(query: string): Promise<readonly string[]>;
}

const folder = join(import.meta.dirname, '..', 'migrations');

/** Names of the migrations in their order. */
async function listMigrations(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

/** Another one as soon as any of them is another. */
export async function migrationsDigest(): Promise<string> {
  const digest = createHash('sha256');
  for (const name of await listMigrations()) digest.update(`${name}\n`).update(await readFile(join(folder, name)));
  return digest.digest('hex').slice(0, 12);
}

/**
 * Brings the tables up to date, each file in a transaction of its own.
 * @param appRole role that the hub works under and that is granted what it needs
 */
export async function migrate(owner: Owner, appRole: string): Promise<void> {
  await owner.run('create table if not exists migration (name text primary key)');
  const done = new Set(await owner.list('select name from migration'));
  const app = `"${appRole.replaceAll('"', '""')}"`;
  for (const name of await listMigrations()) {
    if (done.has(name)) continue;
    const statements = (await readFile(join(folder, name), 'utf8')).replaceAll('{{app}}', app);
    await owner.run(`begin;\n${statements}\ninsert into migration values ('${name}');\ncommit;`);
  }
}
