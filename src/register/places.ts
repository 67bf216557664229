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
  /** Communes that went into this one: their stations are stores of it. */
  former(): readonly UnitRow[];
  isVillage(place: string): boolean;
  /** Villages that stand today. */
  villages(): readonly UnitRow[];
  /** All that are known, parents before children. */
  all(): readonly UnitRow[];
  /** The hub told of other units. */
  replace(units: readonly UnitRow[]): void;
}

export function createPlaces(units: readonly UnitRow[]): Places {
  let all = units;
  let byId = new Map(units.map((unit) => [unit.id, unit]));
  return {
    covered: (place) => new Set([place, ...unitsBeneath(all, place).map(({ id }) => id)]),
    name: (place) => byId.get(place)?.name ?? '',
    code: (place) => byId.get(place)?.code ?? '',
    commune: () => all.find(({ level }) => level === 'commune')?.id ?? '',
    former: () => all.filter(({ level }) => level === 'commune').slice(1),
    isVillage: (place) => byId.get(place)?.level === 'village',
    villages: () => all.filter((unit) => unit.level === 'village' && !isEnded(unit)),
    all: () => all,
    replace(next) {
      all = next;
      byId = new Map(next.map((unit) => [unit.id, unit]));
    },
  };
}

/** All that stands beneath a unit, in the order given: villages, and communes that went into it with theirs. */
export function unitsBeneath<Unit extends Pick<UnitRow, 'id' | 'parent'>>(
  units: readonly Unit[],
  place: string,
): readonly Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.filter((unit) => isBeneath(unit, place, byId));
}

/** Joined into another, or split up: it keeps its days, and nothing new is written there. */
export function isEnded({ validTo = '' }: UnitRow): boolean {
  return validTo !== '';
}

function isBeneath<Unit extends Pick<UnitRow, 'id' | 'parent'>>(
  unit: Unit,
  place: string,
  byId: ReadonlyMap<string, Unit>,
): boolean {
  const seen = new Set<string>();
  for (let at: Unit | undefined = unit; at !== undefined && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
    if (at.parent === place) return true;
    seen.add(at.id);
  }
  return false;
}
