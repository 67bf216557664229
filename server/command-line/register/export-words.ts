import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from '../../../src/catalogue/index.ts';
import { exportBook } from '../../../src/formats/interchange/export/export-book.ts';
import { joinStates } from '../../../src/formats/interchange/joined-states.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import { writeCsv } from '../../../src/formats/sheet/write-csv.ts';
import { unitsBeneath } from '../../../src/register/places.ts';
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
  // Before a name leaves the hub, as at the console.
  const object = sheets.map(({ name, rows }) => `${name} ${rows.length - 1}`).join(', ');
  const who = { book: found.book, actor: 'command line', device: '' };
  await hub.run({ is: 'audit', at: hub.now(), ...who, action: 'export', object, ground: '' });
  const said = [];
  for (const sheet of sheets) {
    await writeFile(join(folder, `${sheet.name}.csv`), writeCsv(sheet), { mode: 0o600 });
    said.push(`${sheet.name}.csv: ${sheet.rows.length - 1}`);
  }
  return said.join('\n');
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw told(`Không tạo được thư mục ${folder}.`, `The folder ${folder} cannot be made.`);
  }
}
