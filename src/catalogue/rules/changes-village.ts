import type { FlowPart, SeenFrom } from '../../domain/figure/indicator.ts';
import { isResident } from './is-resident.ts';

/** Facts that take a resident to another household, and whom; what they are called does not matter. */
const movers = [
  ['move_internal', 'person'],
  ['adopt', 'person'],
  ['move_in', 'person'],
  ['review_add', 'person'],
  ['birth', 'child'],
] as const;

/** Resident before and after, in another village: never a flow of the commune. */
export function changesVillage(seen: SeenFrom): readonly FlowPart[] {
  return movers.map(([fact, subject]) => ({
    fact,
    subject,
    seen,
    where: { all: [isResident(`before.${subject}`), isResident(subject)] },
    changesPlace: true,
  }));
}
