import { mergeCommunes } from '../../sync/units/merge-communes.ts';
import type { MergeProblem } from '../../sync/units/plan-merge.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { findPlace } from '../find-place.ts';
import { told } from '../told.ts';
import { communeMerged } from './units-problems.ts';
import type { UnitsWords } from './units-words.ts';

/** Communes that go whole into a new one, with their books. @returns what goes to standard output */
export async function obeyMerge(bench: UnitsBench, words: UnitsWords): Promise<string> {
  const { hub } = bench;
  const codes = words.places
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  const books: string[] = [];
  for (const code of codes) books.push(await wholeBookOf(bench, code));
  const { into: code, name, date } = words;
  const merged = await mergeCommunes(bench, { books, code, name, date });
  if (!merged.ok) throw told(...problems[merged.error]);
  const { book, commune, renamed } = merged.value;
  const { households } = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx
      .selectFrom('record')
      .select((on) => on.fn.countAll<number>().as('households'))
      .where('book', '=', book)
      .where('kind', '=', 'household')
      .executeTakeFirstOrThrow(),
  );
  return [
    ...renamed.map(({ was, is }) => `${was.code} ${was.name}  →  ${is.code} ${is.name}`),
    `Xong: ${commune.name} (mã ${commune.code}, từ ${date}), ${households} phiếu hộ. Báo cáo theo xã cũ: dùng mã xã cũ, hoặc ${commune.cameFrom.join(', ')}.`,
    `Done: ${commune.name} (code ${commune.code}, from ${date}), ${households} household sheets. Reports by old commune: its old code, or ${commune.cameFrom.join(', ')}.`,
  ].join('\n');
}

async function wholeBookOf({ hub }: UnitsBench, code: string): Promise<string> {
  const place = await findPlace(hub, code);
  if (place.isWhole) return place.book;
  throw told(`Xã mã ${code} đã nhập vào xã khác.`, `Commune ${code} went into another already.`);
}

const problems: { readonly [problem in MergeProblem]: readonly [vi: string, en: string] } = {
  few_places: [
    'Ghi ít nhất hai xã khác nhau trong --places; một xã không nhập vào chính nó.',
    'Name at least two different communes in --places; a commune does not go into itself.',
  ],
  commune_merged: communeMerged,
  code_missing: [
    '--into là mã của xã mới: chữ và số, ví dụ 00004.',
    '--into is the code of the new commune: letters and digits, e.g. 00004.',
  ],
  name_missing: ['Thiếu tên xã mới: --name "TÊN".', 'The name of the new commune is missing: --name "NAME".'],
  date_missing: [
    '--from viết theo kiểu 2026-07-01 và sau ngày lập của các xã cũ.',
    '--from is written like 2026-07-01 and lies after the founding of the old communes.',
  ],
  date_after_today: ['Ngày không được sau hôm nay.', 'The date cannot be after today.'],
  stands_apart: [
    'Xã mã này đang còn (hoặc đã có từ ngày đó) và không có trong --places. Xã nhận xã khác cũng thành xã mới: ghi cả mã xã đó vào --places.',
    'The commune of this code stands (or was founded on that day) and is not in --places. One that takes others in becomes a new one, too: name it in --places as well.',
  ],
};
