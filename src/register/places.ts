import type { UnitRow } from '../sync/activation.ts';

/** The tree of units as answers need it. */
export interface Places {
  /** The unit itself and all beneath it: where a case counts towards it. */
  covered(place: string): ReadonlySet<string>;
  name(place: string): string;
  /** Code for sorting as on paper; empty where unknown. */
  code(place: string): string;
  villages(): readonly UnitRow[];
}

export function createPlaces(units: readonly UnitRow[]): Places {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const villages = units.filter((unit) => unit.level === 'village');
  return {
    covered: (place) => new Set([place, ...units.filter((unit) => isBeneath(unit, place, byId)).map(({ id }) => id)]),
    name: (place) => byId.get(place)?.name ?? '',
    code: (place) => byId.get(place)?.code ?? '',
    villages: () => villages,
  };
}

function isBeneath(unit: UnitRow, place: string, byId: ReadonlyMap<string, UnitRow>): boolean {
  const seen = new Set<string>();
  for (let at: UnitRow | undefined = unit; at !== undefined && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
    if (at.parent === place) return true;
    seen.add(at.id);
  }
  return false;
}
