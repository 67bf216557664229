import type { UnitRow } from '../sync/activation.ts';

/** The tree of units as answers need it. */
export interface Places {
  /** The unit itself and all beneath it: where a case counts towards it. Ended units too, for their own days. */
  covered(place: string): ReadonlySet<string>;
  name(place: string): string;
  /** Code for sorting as on paper; empty where unknown. */
  code(place: string): string;
  /** Unit id of the commune; blank where none is known. */
  commune(): string;
  isVillage(place: string): boolean;
  /** Villages that stand today. */
  villages(): readonly UnitRow[];
  /** The hub told of other units. */
  replace(units: readonly UnitRow[]): void;
}

export function createPlaces(units: readonly UnitRow[]): Places {
  let all = units;
  let byId = new Map(units.map((unit) => [unit.id, unit]));
  return {
    covered: (place) => new Set([place, ...all.filter((unit) => isBeneath(unit, place, byId)).map(({ id }) => id)]),
    name: (place) => byId.get(place)?.name ?? '',
    code: (place) => byId.get(place)?.code ?? '',
    commune: () => all.find(({ level }) => level === 'commune')?.id ?? '',
    isVillage: (place) => byId.get(place)?.level === 'village',
    villages: () => all.filter((unit) => unit.level === 'village' && !isEnded(unit)),
    replace(next) {
      all = next;
      byId = new Map(next.map((unit) => [unit.id, unit]));
    },
  };
}

/** Joined into another, or split up: it keeps its days, and nothing new is written there. */
export function isEnded({ validTo = '' }: UnitRow): boolean {
  return validTo !== '';
}

function isBeneath(unit: UnitRow, place: string, byId: ReadonlyMap<string, UnitRow>): boolean {
  const seen = new Set<string>();
  for (let at: UnitRow | undefined = unit; at !== undefined && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
    if (at.parent === place) return true;
    seen.add(at.id);
  }
  return false;
}
