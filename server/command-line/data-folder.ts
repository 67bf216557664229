import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { catalogue } from '../../src/catalogue/index.ts';
import { villageSizes } from '../../src/sample/sample.ts';
import { makeRulebook } from '../../src/sync/hub/rulebook.ts';
import { readPolicy } from '../auth/policy-file.ts';
import { DatabaseUnusable } from '../db/postgresql.ts';
import { type FolderLock, lockFolder } from '../durable/folder-lock.ts';
import { JournalDamage } from '../durable/journal.ts';
import { keyFile } from '../durable/key-file.ts';
import { type Hub, openHub } from '../hub.ts';
import { settleDemo } from '../sync/founding/demo-commune.ts';
import { told } from './told.ts';

export interface OpenedFolder {
  readonly hub: Hub;
  readonly folder: string;
  close(): Promise<void>;
}

/** About so many people for a demo commune that is founded now, or no demo commune at all. */
type Founding = number | 'no_demo';

/**
 * Locks and opens a hub's folder, made with the demo commune if absent; `undefined` when a running hub holds it.
 * A commune that stands stays as it is.
 */
export async function openFolder(path: string, people?: Founding): Promise<OpenedFolder | undefined> {
  const folder = resolve(path);
  await makeFolder(folder);
  const lock = await lockFolder(folder);
  if (lock === undefined) return undefined;
  try {
    return await openLocked(folder, lock, people);
  } catch (error) {
    await lock.release();
    throw tellWhy(error, folder);
  }
}

/** The same for a hub that is there: a mistyped folder must not found another one. */
export async function openExisting(path: string): Promise<OpenedFolder | undefined> {
  if (!existsSync(join(path, keyFile)))
    throw told(`Không có máy chủ nào trong thư mục ${path}.`, `There is no hub in the folder ${path}.`);
  return openFolder(path, 'no_demo');
}

function tellWhy(error: unknown, folder: string): unknown {
  if (error instanceof JournalDamage) {
    return told(
      `Nhật ký trong ${folder} không dùng được: ${error.message}.`,
      `The journal in ${folder} cannot be used: ${error.message}.`,
    );
  }
  if (!(error instanceof DatabaseUnusable)) return error;
  return told(
    `Không dùng được PostgreSQL theo DATABASE_URL, DATABASE_OWNER_URL: ${error.message}.`,
    `PostgreSQL cannot be used as DATABASE_URL, DATABASE_OWNER_URL say: ${error.message}.`,
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw told(`Không tạo được thư mục ${folder}.`, `The folder ${folder} cannot be made.`);
  }
}

async function openLocked(folder: string, lock: FolderLock, people: Founding | undefined): Promise<OpenedFolder> {
  const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl } = process.env;
  const policy = await readPolicy(folder);
  if (!policy.ok)
    throw told(
      `policy.json trong ${folder} sai ở: ${policy.error}.`,
      `policy.json in ${folder} is wrong at: ${policy.error}.`,
    );
  const hub = await openHub({
    folder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(databaseOwnerUrl === undefined ? {} : { databaseOwnerUrl }),
    policy: policy.value,
    rules: makeRulebook(catalogue),
    now: Date.now,
  });
  if (people !== 'no_demo') await settleDemo(hub, people === undefined ? undefined : villageSizes(people));
  return {
    hub,
    folder,
    async close() {
      await hub.close();
      await lock.release();
    },
  };
}
