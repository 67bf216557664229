import type { Condition } from '../../domain/condition.ts';
import type { FlowPart, SeenFrom } from '../../domain/indicator.ts';
import { isResident } from './is-resident.ts';

/** Kinds of facts that take a resident to another household; what they are called does not matter. */
const movers = ['move_internal', 'adopt', 'move_in', 'review_add'] as const;

/** Resident before and after, in another village: never a flow of the commune. */
export function changesVillage(seen: SeenFrom): readonly FlowPart[] {
  const where: Condition = {
    all: [
      isResident('before.person'),
      isResident('person'),
      { not: { is: [{ path: 'before.person.holderPlace' }, { path: 'person.holderPlace' }] } },
    ],
  };
  return movers.map((fact) => ({ fact, subject: 'person', seen, where }));
}
