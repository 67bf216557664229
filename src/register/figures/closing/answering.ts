import type { Period } from '../../../domain/calendar/period.ts';
import type { Closing } from '../../../domain/figure/closing/closing.ts';
import type { UnitRow } from '../../../sync/activation.ts';
import type { Places } from '../../places.ts';
import { latestOf } from './closings.ts';

/** A commune that answers for a period, and what it handed in. */
export interface Answering {
  readonly unit: UnitRow;
  readonly closing: Closing | undefined;
}

/**
 * Who answers for a period: the commune; of a period that ended before there was one, the communes that went into it, each
 * for its own, unless the new one has answered for them together.
 */
export function answeringFor(
  places: Places,
  closings: readonly Closing[],
  form: string,
  period: Pick<Period, 'text' | 'last'>,
): readonly Answering[] {
  const of = (unit: UnitRow): Answering => {
    const own = closings.filter(({ place }) => place === unit.id);
    return { unit, closing: latestOf(own, form, period.text) };
  };
  const commune = places.all().find(({ id }) => id === places.commune());
  if (commune === undefined) return [];
  const together = of(commune);
  if (together.closing !== undefined) return [together];
  return communesOn(places.all(), commune, period.last).map(of);
}

/** A commune, if it stood on that civil day already; else those that went into it. */
function communesOn(units: readonly UnitRow[], commune: UnitRow, day: string): readonly UnitRow[] {
  const former = units.filter(({ level, parent }) => level === 'commune' && parent === commune.id);
  if (former.length === 0 || (commune.validFrom ?? '') <= day) return [commune];
  return former.flatMap((one) => communesOn(units, one, day));
}
