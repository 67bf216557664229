import { dayBefore } from '../../../src/domain/calendar/civil-date.ts';
import { isPartialDate } from '../../../src/domain/calendar/partial-date.ts';
import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import type { CommunesMerged, UnitsChange, UnitsProblem, VillageMoved } from '../../../src/sync/units-change.ts';
import { plainText } from '../../../src/sync/wire/bounds.ts';
import { comeOf, type KnownUnit } from './unit-rows.ts';

/** What a change makes of the units and of who may hold them. Pure: the same rows and change give the same. */
interface UnitsPlan {
  readonly units: readonly KnownUnit[];
  /** Whoever holds the one holds the other too from now on. */
  readonly gets: readonly { readonly has: string; readonly gets: string }[];
}

/** A change that was done before, as it is kept. */
export interface KeptChange {
  readonly id: string;
  readonly change: UnitsChange | CommunesMerged | VillageMoved;
  readonly before: readonly KnownUnit[];
  readonly undoneBy: string | null;
}

interface Ground {
  /** Of the book: the commune, what is above it, its villages. */
  readonly units: readonly KnownUnit[];
  /** Oldest first. */
  readonly changes: readonly KeptChange[];
  /** Civil day. */
  readonly today: string;
}

type Planned = Outcome<UnitsPlan, UnitsProblem>;

export function planUnits(ground: Ground, change: UnitsChange): Planned {
  switch (change.is) {
    case 'rename':
      return planRename(ground, change);
    case 'join':
      return planJoin(ground, change);
    case 'split':
      return planSplit(ground, change);
    case 'undo':
      return planUndo(ground, change.change);
  }
}

type ChangeOf<Is extends UnitsChange['is']> = Extract<UnitsChange, { readonly is: Is }>;

function planRename({ units }: Ground, { unit, name }: ChangeOf<'rename'>): Planned {
  const known = units.find(({ id, level }) => id === unit && (level === 'village' || level === 'commune'));
  if (known === undefined) return bad('unknown_unit');
  if (known.validTo !== '') return bad('ended_unit');
  const named = nameFault(units, name, known);
  return named === undefined ? good({ units: [{ ...known, name: cleanName(name) }], gets: [] }) : bad(named);
}

function planJoin(ground: Ground, { unit, into, date }: ChangeOf<'join'>): Planned {
  const [from, goal] = [villageOf(ground.units, unit), villageOf(ground.units, into)];
  if (typeof from === 'string') return bad(from);
  if (typeof goal === 'string') return bad(goal);
  if (unit === into) return bad('same_unit');
  const dated = dateFault(date, from, ground.today);
  if (dated !== undefined) return bad(dated);
  return good({
    units: [{ ...from, validTo: dayBefore(date) }, comeOf(goal, [from])],
    gets: [{ has: unit, gets: into }],
  });
}

function planSplit(ground: Ground, change: ChangeOf<'split'>): Planned {
  const from = villageOf(ground.units, change.unit);
  if (typeof from === 'string') return bad(from);
  const fault = nameFault(ground.units, change.name) ?? dateFault(change.date, from, ground.today);
  if (fault !== undefined) return bad(fault);
  if (change.households.length === 0) return bad('no_household');
  const code = nextCode(ground.units);
  const made: KnownUnit = {
    ...from,
    id: `${from.parent}v${code}`,
    code,
    name: cleanName(change.name),
    validFrom: change.date,
    predecessors: from.code,
    cameFrom: [from.id],
  };
  const officers = { has: from.parent ?? '', gets: made.id };
  return good({ units: [made], gets: [officers, ...(change.keepers ? [{ has: from.id, gets: made.id }] : [])] });
}

/**
 * Only the last change of a unit can be taken back: what came after it rests on it. Books that became one stay one, and
 * a village that left a commune comes back by another move.
 */
function planUndo(ground: Ground, id: string): Planned {
  const index = ground.changes.findIndex((one) => one.id === id);
  const kept = ground.changes[index];
  if (kept === undefined || kept.undoneBy !== null) return bad('unknown_change');
  const { is } = kept.change;
  if (is === 'undo' || is === 'merge' || is === 'move') return bad('unknown_change');
  // A split made a village of households that may have come back by then, so what it was made of is touched too.
  const touched = new Set(kept.before.map((unit) => unit.id));
  const gone = kept.change.is === 'split' ? kept.change.unit : undefined;
  const later = ground.changes
    .slice(index + 1)
    .filter(({ undoneBy, change }) => undoneBy === null && change.is !== 'undo');
  const rests = later.some(({ change, before }) =>
    before.some(({ id: one }) => touched.has(one) || (change.is === 'move' && one === gone)),
  );
  if (rests) return bad('not_last');
  if (kept.change.is !== 'split') return good({ units: kept.before, gets: [] });
  return undoSplit(ground, kept.change, kept.before);
}

/** The village that was made is no more, and what was written there since belongs to the old one. */
function undoSplit({ units }: Ground, { unit, date }: ChangeOf<'split'>, before: readonly KnownUnit[]): Planned {
  const made = units.find((one) => before.some(({ id }) => id === one.id) && one.id !== unit);
  const from = units.find(({ id }) => id === unit);
  if (made === undefined || from === undefined) return bad('unknown_change');
  return good({
    units: [{ ...made, validTo: dayBefore(date) }, comeOf(from, [made])],
    gets: [{ has: made.id, gets: unit }],
  });
}

/** A village that stands, or why it cannot be changed. */
export function villageOf(units: readonly KnownUnit[], id: string): KnownUnit | UnitsProblem {
  const found = units.find((unit) => unit.id === id && unit.level === 'village');
  if (found === undefined) return 'unknown_unit';
  return found.validTo === '' ? found : 'ended_unit';
}

/** A change begins behind the village's own first day, and not in days to come. */
export function dateFault(date: string, unit: KnownUnit, today: string): UnitsProblem | undefined {
  if (date.length !== 10 || !isPartialDate(date) || date <= unit.validFrom) return 'date_missing';
  return date > today ? 'date_after_today' : undefined;
}

const longestName = 120;

export function cleanName(name: string): string {
  return plainText(name).trim().replace(/\s+/g, ' ').slice(0, longestName);
}

function nameFault(units: readonly KnownUnit[], name: string, own?: KnownUnit): UnitsProblem | undefined {
  const clean = cleanName(name);
  if (clean === '') return 'name_missing';
  const others = units.filter(({ level, validTo, id }) => level === 'village' && validTo === '' && id !== own?.id);
  return others.some((unit) => unit.name === clean) ? 'name_taken' : undefined;
}

/** The next code of three digits that no village of the commune ever had: codes are not used again. */
export function nextCode(units: readonly KnownUnit[]): string {
  const used = units.filter(({ level }) => level === 'village').map(({ code }) => Number(code));
  const last = Math.max(0, ...used.filter((code) => Number.isInteger(code)));
  return String(last + 1).padStart(3, '0');
}
