import type { Condition } from './condition.ts';
import type { FieldDefinition } from './field.ts';
import type { EffectSource } from './effect.ts';
import type { Words } from './words.ts';

/** A question is a field of the fact or of a record the form makes, asked on a page, when its condition holds. */
export interface Question {
  readonly field: FieldDefinition;
  readonly hint?: Words;
  readonly when?: Condition;
  /** Choices of a reference question are drawn from this named list of the register, e.g. "mothers" of the household. */
  readonly choices?: string;
}

export interface FormPage {
  readonly key: string;
  readonly title: Words;
  readonly questions: readonly Question[];
}

/** A record that saving the form writes. Values come from answers or literals; `$id:name` of another written record by `made`. */
export interface FormWrite {
  readonly name: string;
  readonly kind: string;
  readonly values: { readonly [field: string]: EffectSource | { readonly made: string } | { readonly context: string } };
}

export interface FormDefinition {
  readonly key: string;
  readonly title: Words;
  /** "?" on the form: three sentences. */
  readonly help: Words;
  readonly pages: readonly FormPage[];
  readonly checks: readonly string[];
  readonly writes: readonly FormWrite[];
  readonly formSet: string;
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}
