import type { ReportTable } from '../../domain/figure/report.ts';
import type { UnitRow } from '../../sync/activation.ts';
import { isEnded, type Places } from '../places.ts';
import type { Figures } from './figures.ts';

/**
 * Places that may have a column beside the commune's, in the order of the units: communes that went into it, then villages,
 * also those that are no more, for a period is counted on the boundaries of its last day.
 */
export function columnPlaces(places: Places): readonly UnitRow[] {
  return [...places.former(), ...places.all().filter(({ level }) => level === 'village')];
}

/** The form filled for one of them; `undefined` of a village that was no more then, and of which nothing is counted. */
export function reportColumn(
  { report }: Pick<Figures, 'report'>,
  unit: UnitRow,
  { code, period, last }: { readonly code: string; readonly period: string; readonly last: string },
): ReportTable | undefined {
  const table = report(code, period, unit.id);
  const stood = unit.level === 'commune' || !isEnded(unit) || (unit.validTo ?? '') >= last;
  const isCounted = ({ value, cumulative }: ReportTable['rows'][number]) => Boolean(value) || Boolean(cumulative);
  return stood || [...table.above, ...table.rows].some(isCounted) ? table : undefined;
}
