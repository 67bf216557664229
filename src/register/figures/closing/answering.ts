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
  const then = places.communesOn(period.last).map(of);
  const together = places.communesOn('').map(of);
  return together.some(({ closing }) => closing !== undefined) ? together : then;
}
