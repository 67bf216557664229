import type { Condition, Operand } from '../../../domain/condition.ts';

/** At least `from` and below `to` completed years old on that day; false of whose birth nothing is known. */
export function isAged(who: string, day: Operand, from: number, to: number): Condition {
  const age: Operand = { yearsFrom: { path: `${who}.birthDate` }, to: day };
  return { all: [{ not: { below: [age, { value: from }] } }, { below: [age, { value: to }] }] };
}

/** Nobody is older. */
export const noLimit = 200;
