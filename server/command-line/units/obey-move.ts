import { catalogue } from '../../../src/catalogue/index.ts';
import { formsFor, isStockForm } from '../../../src/register/figures/closing/reported.ts';
import { periodBefore, periodKinds, periodOn } from '../../../src/register/figures/due/periods.ts';
import { readHandedIn } from '../../figures/closing/read-closings.ts';
import type { Hub } from '../../hub.ts';
import { moveVillage } from '../../sync/units/move/move-village.ts';
import { dateFault, villageOf } from '../../sync/units/plan-units.ts';
import { readUnitsOf } from '../../sync/units/unit-rows.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { findPlace, findVillage } from '../find-place.ts';
import { told } from '../told.ts';
import { tellProblem } from './units-problems.ts';
import type { UnitsWords } from './units-words.ts';

/** A village that goes to another commune of this hub, with its households. @returns what goes to standard output */
export async function obeyMove(
  bench: UnitsBench,
  { place, village, into, date, unclosed }: UnitsWords,
): Promise<string> {
  const { hub } = bench;
  const [from, to] = [await findPlace(hub, place), await findPlace(hub, into)];
  const { id: unit, name } = findVillage(from, village);
  if (from.book === to.book)
    throw told(
      `Thôn này đã ở trong sổ của xã ${into}; trong một sổ thì dùng units join, units split.`,
      `This village is in the book of ${into} already; within one book use units join, units split.`,
    );
  await refuseNoDay(hub, from.book, unit, date);
  if (!unclosed) await refuseUnclosed(hub, from.book, date);
  const moved = await moveVillage(bench, { book: from.book, unit, into: to.book, date });
  if (!moved.ok) throw tellProblem(moved.error);
  const { unit: made, households } = moved.value;
  return [
    `Xong: ${name} (${village}) của xã ${place} là ${made.name} (${made.code}) của xã ${into} từ ${date}; ${households} phiếu hộ đã theo.`,
    `Cộng tác viên của thôn cần mã mới: npm run -s activate -- --role collaborator --place ${into} --village ${made.code}. Việc chị đã ghi trên máy cũ vẫn gửi được và theo thôn.`,
    `Done: village ${village} of ${place} is village ${made.code} of ${into} from ${date}; ${households} household sheets followed. Its collaborator needs a new code.`,
  ].join('\n');
}

/** Before it is asked what is frozen by then; for a day to come that is told first, since it takes time to do. */
async function refuseNoDay(hub: Hub, book: string, village: string, date: string): Promise<void> {
  const units = await hub.database.transaction(undefined, (tx) => readUnitsOf(tx, book));
  const unit = villageOf(units, village);
  const fault = typeof unit === 'string' ? unit : dateFault(date, unit, date);
  if (fault !== undefined) throw tellProblem(fault);
}

/**
 * From now on no phone of the old commune holds these people: what it has to hand in of before, it counts first. Of each
 * kind of period the last that ended before the village leaves.
 */
async function refuseUnclosed(hub: Hub, book: string, date: string): Promise<void> {
  const { answering } = await readHandedIn(hub, book);
  const open = periodKinds.flatMap((kind) => {
    const period = periodBefore(kind, periodOn(kind, date));
    const forms = formsFor(catalogue.reports, period).filter((form) => !isStockForm(form));
    return forms.flatMap(({ code }) =>
      answering(code, period).every(({ closing }) => closing !== undefined) ? [] : [`${code} ${period.text}`],
    );
  });
  if (open.length === 0) return;
  throw told(
    `Chưa chốt: ${open.join(', ')}. Máy của xã cũ sẽ không còn người của thôn này để đếm: chốt trước, hoặc thêm --unclosed.`,
    `Not frozen: ${open.join(', ')}. Phones of the old commune will not hold these people any more: freeze first, or add --unclosed.`,
  );
}
