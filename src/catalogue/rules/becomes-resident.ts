import type { Condition } from '../../domain/condition.ts';
import { isResident } from './is-resident.ts';

/** Not resident just before the fact, resident right after it: a counted flow, whatever brought it about. */
export function becomesResident(who: string): Condition {
  return { all: [isResident(who), { not: isResident(`before.${who}`) }] };
}
