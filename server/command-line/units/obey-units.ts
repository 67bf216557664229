import { randomUUID } from 'node:crypto';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import type { UnitsChange } from '../../../src/sync/units-change.ts';
import { readUnitChanges } from '../../sync/units/apply-units.ts';
import { changeUnits } from '../../sync/units/change-units.ts';
import { registerReader } from '../../sync/units/open-register.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import type { Say } from '../control.ts';
import { findPlace, findVillage, type Place } from '../find-place.ts';
import { told } from '../told.ts';
import { importUnits } from './import-units.ts';
import { listVillages } from './list-villages.ts';
import { obeyMerge } from './obey-merge.ts';
import { obeyMove } from './obey-move.ts';
import { tellProblem } from './units-problems.ts';
import { readUnitsWords, type UnitsWords } from './units-words.ts';

/** Does what the words say. @returns what goes to standard output */
export async function obeyUnits(bench: UnitsBench, words: readonly string[], say: Say): Promise<string> {
  const read = readUnitsWords(words);
  if (read.verb === 'import') return importUnits(bench, read.file, say);
  if (read.verb === 'merge') return obeyMerge(bench, read);
  if (read.verb === 'move') return obeyMove(bench, read);
  const place = await findPlace(bench.hub, read.place);
  if (read.verb === 'list') return listVillages(bench, place.book);
  const id = `cli-${randomUUID()}`;
  if (read.verb === 'undo') await refuseUndo(bench, place, read.change);
  const change = await changeOf(bench, place, read);
  const changed = await changeUnits(bench, { id, book: place.book, device: '', change });
  if (!changed.ok) throw tellProblem(changed.error);
  return `Xong: ${changed.value.households} hộ đã theo. Mã việc để lấy lại (undo): ${id}`;
}

async function changeOf(bench: UnitsBench, place: Place, words: UnitsWords): Promise<UnitsChange> {
  const { name } = words;
  if (words.verb === 'undo') return { is: 'undo', change: words.change };
  const unit = words.village === '' ? place.communeId : findVillage(place, words.village).id;
  if (words.verb === 'rename') return { is: 'rename', unit, name };
  const date = words.date === '' ? civilDay(bench.hub.now()) : words.date;
  if (words.verb === 'join') return { is: 'join', unit, into: findVillage(place, words.into).id, date };
  const households = await householdsOf(bench, place.book, unit, words.households);
  return { is: 'split', unit, name, date, households, keepers: !words.apart };
}

/** Two books are not told apart any more, once people have worked in one; and a village that left has been written elsewhere. */
async function refuseUndo({ hub }: UnitsBench, { book }: Place, id: string): Promise<void> {
  const changes = await hub.database.transaction(undefined, (tx) => readUnitChanges(tx, book));
  const is = changes.find((one) => one.id === id)?.change.is;
  if (is === 'move')
    throw told(
      'Thôn đã sang xã khác thì trở về bằng units move từ xã ấy, không lấy lại bằng undo.',
      'A village that went to another commune comes back by units move from there, not by undo.',
    );
  if (is !== 'merge') return;
  throw told(
    'Gộp xã không lấy lại được; nếu nhầm, khôi phục bản sao lưu trước khi gộp (npm run restore).',
    'A merger cannot be taken back; if it was a mistake, restore the backup from before it (npm run restore).',
  );
}

/** "12-40,55" → ids of the village's households with these numbers. */
async function householdsOf(
  { hub }: UnitsBench,
  book: string,
  village: string,
  text: string,
): Promise<readonly string[]> {
  const ranges = text.split(',').map((part) => /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part));
  if (ranges.includes(null))
    throw told(
      `Không hiểu --households "${text}"; ví dụ đúng: 12-40,55.`,
      `--households "${text}" is not understood; an example: 12-40,55.`,
    );
  const isIn = (number: number) =>
    ranges.some((range) => number >= Number(range?.[1]) && number <= Number(range?.[2] ?? range?.[1]));
  const sheets = (await registerReader(hub, book)())?.village(village).households ?? [];
  return sheets
    .filter(({ householdNumber }) => householdNumber !== '' && isIn(Number(householdNumber)))
    .map(({ household }) => household);
}
