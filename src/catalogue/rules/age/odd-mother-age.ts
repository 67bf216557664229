import type { Condition, Operand } from '../../../domain/condition.ts';

/** Ages of a mother that are asked about: rare, not impossible. */
export function isOddForMother(age: Operand): Condition {
  return { any: [{ below: [age, { value: 10 }] }, { above: [age, { value: 55 }] }] };
}
