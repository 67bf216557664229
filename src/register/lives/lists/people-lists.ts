import { holds } from '../../../domain/condition.ts';
import type { FilterDefinition } from '../../../domain/worklist.ts';
import type { Folk } from '../../folk.ts';
import { type Held, householdKind } from '../../held.ts';
import { keepBest } from '../../search/best-rows.ts';
import { nameKeyOf } from '../../search/name-keys.ts';
import type { PeopleList } from '../answers.ts';
import { dayOf, lifeScope } from '../life-scope.ts';

/** Who belongs on a list, in the paper's order; `place` is a unit id with all beneath it, `''` for the whole book. */
export function peopleList(
  folk: Folk,
  filter: FilterDefinition,
  place: string,
  limit: number,
  today: string,
): PeopleList {
  const covered = place === '' ? undefined : folk.places.covered(place);
  const day = dayOf(today);
  const best = keepBest<Held>(limit);
  for (const record of folk.book.all(filter.kind)) {
    if (!holds(filter.where, lifeScope(folk, record, day))) continue;
    const household = record.kind === householdKind ? record : folk.householdOf(record);
    if (covered !== undefined && !covered.has(household?.place ?? record.place)) continue;
    best.offer(0, `${folk.paperKey(household)} ${household?.id ?? ''} ${nameKeyOf(record)}`, record);
  }
  const rows = best.rows().map((row) => (row.kind === householdKind ? folk.householdRow(row) : folk.personRow(row)));
  return { rows, total: best.total() };
}
