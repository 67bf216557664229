import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obeyRegister } from '../../../server/command-line/register/obey-register.ts';
import { issueCode } from '../../../server/command-line/welcome/issue-code.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import type { JourneyHub } from '../commune.ts';

/** A commune beside the demo's on the same hub: villages and people are called alike, and its households have the same numbers. */
export interface Neighbour {
  readonly code: string;
  readonly book: string;
  readonly commune: string;
  readonly villages: readonly string[];
  officerCode(): Promise<string>;
  collaboratorCode(village: string): Promise<string>;
}

/** Taken in from the files of the demo's own register, under another code. */
export async function openNeighbour(journey: JourneyHub, code = '99002', name = 'Xã Đồng Bưởi'): Promise<Neighbour> {
  const hub = journey.hub();
  const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-neighbour-'));
  try {
    const bench = { hub, figures: journey.figures(), onWritten: journey.figures().wake };
    const words = (verb: string, place: string) => [verb, folder, '--place', place, '--data', folder];
    await obeyRegister(bench, words('export', demoCommune.communeCode), () => {});
    const path = join(folder, 'units.csv');
    const units = await readFile(path, 'utf8');
    const renamed = units
      .replaceAll(demoCommune.communeCode, code)
      .replace(new RegExp(`^${code},[^,]*,`, 'm'), `${code},${name},`);
    await writeFile(path, renamed);
    await obeyRegister(bench, [...words('import', code), '--skip-refused'], () => {});
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const commune = await hub.database.transaction(undefined, (tx) =>
    tx
      .selectFrom('book')
      .innerJoin('unit', 'unit.id', 'book.commune')
      .select(['book.book', 'unit.id'])
      .where('unit.code', '=', code)
      .executeTakeFirstOrThrow(),
  );
  const place = ['--place', code];
  return {
    code,
    book: commune.book,
    commune: commune.id,
    villages: ['001', '002', '003'].map((village) => `${commune.id}v${village}`),
    officerCode: () => issueCode(journey.hub(), ['--role', 'officer', ...place]),
    collaboratorCode: (village) => issueCode(journey.hub(), ['--role', 'collaborator', ...place, '--village', village]),
  };
}
