import type { Condition } from '../../domain/condition.ts';
import { isResident } from './is-resident.ts';

/** Resident until the fact, and not after it. */
export function ceasesToReside(who: string): Condition {
  return { all: [isResident(`before.${who}`), { not: isResident(who) }] };
}
