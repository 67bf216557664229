import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * How LibreOffice writes CSV: commas, quotes, UTF-8, text always in quotes and numbers never, values instead of formulas,
 * every sheet.
 */
const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

/**
 * What LibreOffice Calc sees when it opens these workbooks, in one process for all of them, with a profile of its own.
 * @param files by name, without ".xlsx"
 * @returns CSV by name of the file and, behind a hyphen, of the sheet
 */
export async function openInCalc(files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-calc-'));
  const [given, seen] = [join(folder, 'given'), join(folder, 'seen')];
  await mkdir(given);
  for (const [name, bytes] of files) await writeFile(join(given, `${name}.xlsx`), bytes);
  const paths = [...files.keys()].map((name) => join(given, `${name}.xlsx`));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  await run('soffice', [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', seen, ...paths]);
  const found = new Map<string, string>();
  for (const file of await readdir(seen))
    found.set(file.replace(/\.csv$/, ''), await readFile(join(seen, file), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  return found;
}

/** Cells of CSV as LibreOffice writes it (RFC 4180), with nothing taken off or mended. */
export function readCells(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n|$)/y;
  while (cell.lastIndex < csv.length) {
    const [, quoted, plain = '', end] = cell.exec(csv) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
