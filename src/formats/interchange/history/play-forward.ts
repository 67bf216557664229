import type { Fields } from '../../../domain/value.ts';
import type { EventEntry } from '../read/events.ts';
import { type Standing, standingOf } from './standing.ts';
import { isComing, isDeath, isGoing, type Step } from './steps.ts';

/**
 * How somebody stands after these steps, as far as they and the beginning tell. Used for what no row of persons.csv says:
 * people whom only the book knows, and cells that are blank.
 */
export function playForward(opening: Fields, steps: readonly Step[]): Standing {
  let now = standingOf(opening);
  for (const step of steps) now = { ...now, ...after(now, step) };
  return now;
}

function after(now: Standing, step: Step): Partial<Standing> {
  const { event, as, partner } = step;
  if (as === 'survivor') return now.marital === 'married' ? { marital: 'widowed' } : {};
  if (event.kind === 'marriage') return { marital: 'married', spouse: partner };
  if (event.kind === 'divorce') return { marital: 'divorced', spouse: undefined };
  if (as !== 'subject') return {};
  if (isComing(event)) return arrived(now, event);
  if (isGoing(event)) return { status: isDeath(event) ? 'dead' : 'left' };
  return moved(event);
}

/** Who was temporary and "moves in" settles; who comes back lives as before, where nothing else is said. */
function arrived(now: Standing, { fields, household, kind, toHousehold }: EventEntry): Partial<Standing> {
  const told = standingOf(fields);
  const isSettling = now.status === 'active' && now.residence === 'temporary';
  const home = told.household ?? toHousehold ?? household ?? now.household;
  return {
    status: 'active',
    household: now.status === 'active' ? (told.household ?? now.household ?? home) : home,
    residence: told.residence ?? (isSettling ? 'usual_present' : now.residence),
    marital: told.marital ?? (kind === 'birth' ? 'single' : now.marital),
  };
}

function moved({ kind, fields, toHousehold }: EventEntry): Partial<Standing> {
  if (kind === 'move_internal') return { household: toHousehold };
  if (kind === 'adopt') {
    const home = standingOf(fields).household ?? toHousehold;
    return home === undefined ? {} : { household: home };
  }
  const { field, new: value } = fields;
  if (kind !== 'change_info' || typeof value !== 'string') return {};
  if (field === 'residence') return { residence: value };
  return field === 'marital' ? { marital: value } : {};
}
