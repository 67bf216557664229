import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from '../../../src/catalogue/index.ts';
import { exportBook } from '../../../src/formats/interchange/export/export-book.ts';
import { joinStates } from '../../../src/formats/interchange/joined-states.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import { writeCsv } from '../../../src/formats/sheet/write-csv.ts';
import { unitsBeneath } from '../../../src/register/places.ts';
import { writeNames } from '../named-file.ts';
import { told } from '../told.ts';
import { findCommuneBook, listPlacesToday } from './commune-book.ts';
import type { RegisterBench } from './obey-register.ts';
import { readStates } from './record-codec.ts';
import type { RegisterWords } from './register-words.ts';

/** Writes the files of a commune's register into a folder; that somebody did stands in the commune's chain. */
export async function exportWords({ hub }: RegisterBench, { folder, place }: RegisterWords): Promise<string> {
  const units = await listPlacesToday(hub);
  const found = await findCommuneBook(hub, units, place);
  const { states } = joinStates(catalogue, found === undefined ? [] : await readStates(hub, found.book));
  if (found === undefined || states.length === 0)
    throw told(`Không có xã mã ${place} trên máy chủ này.`, `No commune with code ${place} on this hub.`);
  const own = new Set([found.commune.id, ...unitsBeneath(units, found.commune.id).map(({ id }) => id)]);
  const above = units.filter(({ id }) => id === found.commune.parent);
  const sheets = exportBook({
    units: [...above, ...units.filter(({ id }) => own.has(id))],
    states,
    ...stateBook(catalogue, states),
  });
  await makeFolder(folder);
  const counts = sheets.map(({ name, rows }) => ({ name, count: rows.length - 1 }));
  const who = { book: found.book, actor: 'command line', device: '' };
  const object = counts.map(({ name, count }) => `${name} ${count}`).join(', ');
  await writeNames(
    sheets.map((sheet) => ({ path: join(folder, `${sheet.name}.csv`), bytes: writeCsv(sheet) })),
    () => hub.run({ is: 'audit', at: hub.now(), ...who, action: 'export', object, ground: '' }),
  );
  return counts.map(({ name, count }) => `${name}.csv: ${count}`).join('\n');
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw told(`Không tạo được thư mục ${folder}.`, `The folder ${folder} cannot be made.`);
  }
}
