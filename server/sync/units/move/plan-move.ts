import { dayBefore } from '../../../../src/domain/calendar/civil-date.ts';
import { bad, good, type Outcome } from '../../../../src/domain/outcome.ts';
import type { UnitsProblem } from '../../../../src/sync/units-change.ts';
import type { MergingCommune } from '../plan-merge.ts';
import { cleanName, dateFault, nextCode, villageOf } from '../plan-units.ts';
import type { KnownUnit } from '../unit-rows.ts';

/** What stands in the commune that a village leaves, and in the one that it comes to. */
interface MoveGround {
  readonly units: readonly KnownUnit[];
  readonly goal: MergingCommune;
  /** Civil day. */
  readonly today: string;
}

interface MovePlan {
  /** The village of before, ended, and the new one. */
  readonly units: readonly [ended: KnownUnit, made: KnownUnit];
}

/**
 * In its new commune the village is another unit that came of it, with the next free code there: so days before it are
 * the old commune's, days since the new one's. A name that a village there has gets the old commune's behind it.
 */
export function planMove(
  { units, goal, today }: MoveGround,
  { unit, date }: { readonly unit: string; readonly date: string },
): Outcome<MovePlan, UnitsProblem> {
  const from = villageOf(units, unit);
  if (typeof from === 'string') return bad(from);
  const fault = dateFault(date, from, today);
  if (fault !== undefined) return bad(fault);
  if (goal.beneath.some(({ id }) => id === unit)) return bad('same_unit');
  const code = nextCode(goal.beneath);
  const isNamed = goal.beneath.some(
    ({ level, validTo, name }) => level === 'village' && validTo === '' && name === from.name,
  );
  const old = units.find(({ id }) => id === from.parent)?.name ?? '';
  const made: KnownUnit = {
    ...from,
    id: `${goal.commune.id}v${code}`,
    parent: goal.commune.id,
    code,
    name: isNamed ? cleanName(`${from.name} (${old})`) : from.name,
    validFrom: date,
    predecessors: from.code,
    cameFrom: [from.id],
  };
  return good({ units: [{ ...from, validTo: dayBefore(date) }, made] });
}
