import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openJournal } from './journal.ts';
import { keyFile, raiseHubEpoch, syncFolder } from './key-file.ts';

/*
 * A backup is the keys, the policy and the journal: out of those a start builds the database anew. The journal only ever
 * grows, so a copy of it is a whole hub of that moment, taken while the hub goes on working; an entry that was just being
 * written is torn off at its end and was promised to nobody.
 */

const journalFile = 'journal';
const policyFile = 'policy.json';
/** Written last: a copy that was cut off is no backup. */
const wholeMark = 'backup.json';

export interface Backup {
  /** Bytes of the journal that it holds. */
  readonly end: number;
}

/** @param to a folder that is not there yet, or is empty */
export async function backupFolder(folder: string, to: string, now: number): Promise<Backup> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o700);
  // The journal before the keys: what is in it may be sealed to a key that is being published just now.
  for (const name of [journalFile, policyFile, keyFile]) {
    if (!existsSync(join(folder, name))) continue;
    await copyFile(join(folder, name), join(to, name));
    await chmod(join(to, name), 0o600);
  }
  // Reads every entry, so what cannot be restored is found now and not on the day it is needed.
  const journal = await openJournal(join(to, journalFile));
  const end = journal.end();
  await journal.close();
  await writeFile(join(to, wholeMark), JSON.stringify({ v: 1, at: now, end }), { mode: 0o600 });
  await syncFolder(to);
  return { end };
}

export function isBackup(from: string): boolean {
  return [keyFile, journalFile, wholeMark].every((name) => existsSync(join(from, name)));
}

/**
 * Puts a backup where a hub can start on it. Its epoch rises: phones know by it that numbers they remember mean nothing
 * any more, and offer again what this hub has lost. The keys come last: without them there is no hub in the folder.
 */
export async function restoreFolder(from: string, folder: string, now: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of [policyFile, journalFile])
    if (existsSync(join(from, name))) await copyFile(join(from, name), join(folder, name));
  const raised = raiseHubEpoch(await readFile(join(from, keyFile), 'utf8'), now);
  const half = join(folder, `${keyFile}.new`);
  await writeFile(half, raised, { mode: 0o600 });
  await rename(half, join(folder, keyFile));
  await syncFolder(folder);
}
