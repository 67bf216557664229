import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bad, good, type Outcome } from '../../src/domain/outcome.ts';
import { JournalDamage, openJournal } from './journal.ts';
import { keyFile, raiseHubEpoch, syncFolder, writeSynced } from './key-file.ts';

/*
 * A backup is the keys, the policy and the journal: out of those a start builds the database anew. The journal only ever
 * grows, so a copy of it is a whole hub of that moment, taken while the hub goes on working; an entry that was just being
 * written is torn off at its end and was promised to nobody.
 */

const journalFile = 'journal';
const policyFile = 'policy.json';
/** Written when the rest is on the disk: a copy that was cut off is no backup. `{"v":1,"at":ms,"end":bytes}` */
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
    await copySynced(join(folder, name), join(to, name));
    await chmod(join(to, name), 0o600);
  }
  // Reads every entry, so what cannot be restored is found now and not on the day it is needed.
  const end = await readEnd(join(to, journalFile));
  await syncFolder(to);
  await writeSynced(join(to, wholeMark), JSON.stringify({ v: 1, at: now, end }));
  await syncFolder(to);
  await syncFolder(dirname(resolve(to)));
  return { end };
}

/** A stick that is pulled out holds what was synced, whatever could be read back from it before. */
async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const copy = await open(to, 'r+');
  await copy.sync();
  await copy.close();
}

async function readEnd(path: string): Promise<number> {
  const journal = await openJournal(path);
  await journal.close();
  return journal.end();
}

export function isBackup(from: string): boolean {
  return [keyFile, journalFile, wholeMark].every((name) => existsSync(join(from, name)));
}

/**
 * Puts a backup where a hub can start on it. Its epoch rises: phones know by it that numbers they remember mean nothing
 * any more, and offer again what this hub has lost. The keys come last: without them there is no hub in the folder.
 * @returns `short` when the journal does not hold what the mark says: a start would take the loss for a power cut
 */
export async function restoreFolder(from: string, folder: string, now: number): Promise<Outcome<null, 'short'>> {
  await mkdir(folder, { recursive: true });
  const journal = join(folder, journalFile);
  await copySynced(join(from, journalFile), journal);
  if (!(await isWhole(journal, await readMark(from)))) {
    await rm(journal);
    return bad('short');
  }
  if (existsSync(join(from, policyFile))) await copySynced(join(from, policyFile), join(folder, policyFile));
  const raised = raiseHubEpoch(await readFile(join(from, keyFile), 'utf8'), now);
  const half = join(folder, `${keyFile}.new`);
  await writeSynced(half, raised);
  await rename(half, join(folder, keyFile));
  await syncFolder(folder);
  return good(null);
}

/** The size first: a journal that lost its very head would be opened as a new one. */
async function isWhole(journal: string, end: number): Promise<boolean> {
  if ((await stat(journal)).size < end) return false;
  try {
    return (await readEnd(journal)) === end;
  } catch (error) {
    if (error instanceof JournalDamage) return false;
    throw error;
  }
}

/** NaN where the mark itself cannot be read, which no journal ends at. */
async function readMark(from: string): Promise<number> {
  const text = await readFile(join(from, wholeMark), 'utf8');
  const [, end] = /"end":(\d+)[,}]/.exec(text) ?? [];
  return Number(end ?? Number.NaN);
}
