/** A promise of the design that did not hold in this world. */
export class Violation extends Error {}

export function mustHold(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Violation(promise);
}
