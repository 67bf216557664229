import { type Condition, holds } from './condition.ts';
import type { Fields, Value } from './value.ts';

/** Where an effect takes a value from: the fact's own field, or a literal; the literal `null` empties the field. */
export type EffectSource = { readonly field: string } | { readonly value: Value };

/** The same, or a field of the fact that empties the record's where it is unknown: who marries somebody unnamed holds nobody. */
type SetSource = EffectSource | { readonly orNothing: string };

/**
 * What a fact does to a record from its date on, e.g. a birth gives the child a household, a residence, life.
 * `target` is the fact's field that holds the id of the record.
 */
export interface Effect {
  readonly target: string;
  /**
   * Not that record itself but whoever holds it in this dated field at that moment: a death is felt by the one whose
   * `spouse` the dead person was.
   */
  readonly holding?: string;
  /** Only when this holds (scope: `it` the record just before, `fact`): a stop ends only the method in use. */
  readonly when?: Condition;
  /** It mends what the record begins with, and is no event of the day it was written on. */
  readonly opens?: true;
  readonly set: { readonly [datedField: string]: SetSource };
  /** The fact itself says which of these dated fields it sets, e.g. `change_info`: `field` names it, `value` holds the value. */
  readonly setNamed?: { readonly field: string; readonly value: string; readonly oneOf: readonly string[] };
}

/** What one fact, with its field values, does to one record. */
export interface EffectOn {
  readonly target: string;
  readonly holding?: string;
  readonly opens: boolean;
  readonly set: Fields;
  /** Whether it works on a record with these values. */
  readonly works: (state: Fields) => boolean;
}

const always = (): boolean => true;

/** The effects of a fact; one whose target is unknown does nothing, an unknown value changes nothing. */
export function effectsOf(effects: readonly Effect[], fact: Fields): readonly EffectOn[] {
  return effects.flatMap((effect): readonly EffectOn[] => {
    const target = fact[effect.target];
    if (typeof target !== 'string') return [];
    const { holding, when, opens = false } = effect;
    const works = when === undefined ? always : (state: Fields) => holds(when, { it: state, fact });
    return [
      {
        target,
        opens,
        set: { ...valuesOf(effect, fact), ...namedValue(effect, fact) },
        works,
        ...(holding && { holding }),
      },
    ];
  });
}

function valuesOf({ set }: Effect, fact: Fields): Fields {
  const values: { [field: string]: Value } = {};
  for (const [field, source] of Object.entries(set)) {
    const value = sourceValue(source, fact);
    if (value !== undefined) values[field] = value;
  }
  return values;
}

function sourceValue(source: SetSource, fact: Fields): Value | undefined {
  if ('value' in source) return source.value;
  return 'field' in source ? (fact[source.field] ?? undefined) : (fact[source.orNothing] ?? null);
}

function namedValue({ setNamed }: Effect, fact: Fields): Fields {
  const field = setNamed === undefined ? undefined : fact[setNamed.field];
  const value = setNamed === undefined ? undefined : fact[setNamed.value];
  if (typeof field !== 'string' || value === undefined || value === null) return {};
  return setNamed?.oneOf.includes(field) === true ? { [field]: value } : {};
}
