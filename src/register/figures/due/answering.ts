import type { Period } from '../../../domain/calendar/period.ts';
import type { Closing } from '../../../domain/figure/closing/closing.ts';
import type { UnitRow } from '../../../sync/activation.ts';
import type { Places } from '../../places.ts';
import { latestOf } from '../closing/closings.ts';

/** A commune that answers for a period, and what it handed in. */
export interface Answering {
  readonly unit: UnitRow;
  readonly closing: Closing | undefined;
}

/**
 * Who answers for a period: the commune; or the communes that went into it, each for its own, where the period ended before
 * there was a new one, or where they had handed in before anybody told of it. Once it has answered, it has for all.
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
  const answering = (unit: UnitRow): readonly Answering[] => {
    const own = of(unit);
    const former = places.all().filter(({ level, parent }) => level === 'commune' && parent === unit.id);
    if (own.closing !== undefined || former.length === 0) return [own];
    const each = former.flatMap(answering);
    const isTheirs = (unit.validFrom ?? '') > period.last || each.some(({ closing }) => closing !== undefined);
    return isTheirs ? each : [own];
  };
  const commune = places.all().find(({ id }) => id === places.commune());
  return commune === undefined ? [] : answering(commune);
}
