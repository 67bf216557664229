import type { Value } from './value.ts';

/** Where an effect takes a value from: the fact's own field, or a literal. */
export type EffectSource = { readonly field: string } | { readonly value: Value };

/**
 * What a fact does to a record from its date on, e.g. a birth gives the child a household, a residence, life.
 * `target` is the fact's field that holds the id of the record.
 */
export interface Effect {
  readonly target: string;
  readonly set: { readonly [datedField: string]: EffectSource };
}
