import type { Fields, Value } from './value.ts';

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

/** What one fact, with its field values, does to one record. */
export interface EffectOn {
  readonly target: string;
  readonly set: Fields;
}

/** The effects of a fact; one whose target is unknown does nothing, an unknown value changes nothing. */
export function effectsOf(effects: readonly Effect[], fact: Fields): readonly EffectOn[] {
  return effects.flatMap((effect) => {
    const target = fact[effect.target];
    if (typeof target !== 'string') return [];
    const set: { [field: string]: Value } = {};
    for (const [field, source] of Object.entries(effect.set)) {
      const value = 'value' in source ? source.value : fact[source.field];
      if (value !== undefined && value !== null) set[field] = value;
    }
    return [{ target, set }];
  });
}
