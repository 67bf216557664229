import type { Value } from './value.ts';
import type { Words } from './words.ts';

/** One entry of a code list. `key` is for ever; the printed number belongs to a form set and may be unverified. */
export interface Code {
  readonly key: string;
  readonly label: Words;
  readonly printed?: string;
}

export interface CodeList {
  readonly name: string;
  readonly codes: readonly Code[];
  readonly law: string;
}

export type FieldType =
  | { readonly is: 'text'; readonly maxLength: number }
  /** A person's name: any script and number of parts, never forced into three. */
  | { readonly is: 'name' }
  | { readonly is: 'phone' }
  | { readonly is: 'code'; readonly list: CodeList }
  /** Civil date "yyyy-mm-dd"; with `partial` also "yyyy-mm" and "yyyy". */
  | { readonly is: 'date'; readonly partial?: true }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'boolean' }
  /** Id of a record of that kind. */
  | { readonly is: 'reference'; readonly to: string }
  /** Unit id of a place. */
  | { readonly is: 'place' };

export interface FieldDefinition {
  readonly key: string;
  readonly label: Words;
  readonly type: FieldType;
  readonly isRequired?: true;
  /** The value on the record is the opening value; only facts change it from a date on. */
  readonly isDated?: true;
  /** Two authors' values stand as a disagreement until a person settles it (name, birth date, sex, identity, place-like). */
  readonly disagrees?: true;
  /** Shown in the person's own panel only, each look logged. */
  readonly isSensitive?: true;
  readonly fallback?: Value;
}
