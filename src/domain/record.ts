import type { Condition } from './condition.ts';
import type { Effect } from './effect.ts';
import { type FieldDefinition, type FieldProblem, isKept, type RecordField, readValue } from './field.ts';
import type { Edition } from './form/edition.ts';
import type { Fields } from './value.ts';
import type { Words } from './words.ts';

/** fact: written whole, never edited · state: undated fields are put one by one */
export type Nature = 'fact' | 'state';

export interface RecordDefinition extends Partial<Edition> {
  readonly kind: string;
  readonly nature: Nature;
  readonly label: Words;
  readonly fields: readonly RecordField[];
  /** For a fact: key of its date field, its place within the day, and what it does to whom. */
  readonly dateField?: string;
  readonly phase?: DayPhase;
  readonly effects?: readonly Effect[];
  /** Shown in the person's own panel only, each look logged. */
  readonly isSensitive?: true;
  /** When it tells of the book and not of a life (scope: its fields): a correction, a visit, a join. */
  readonly isPaperwork?: Condition;
  /** Field naming the record this one lives with: its place is then that record's place. */
  readonly placeThrough?: string;
  /** Field with marks of where it stood before boundaries moved: see boundaries.ts. */
  readonly stoodIn?: string;
  /** Date field before whose day the opening values do not hold yet: nobody lives anywhere before the day of birth. */
  readonly opensAt?: string;
  /** Fields of a fact whose people live through it; a birth is the beginning of the child's life, and an event of the mother's. */
  readonly livedBy?: readonly string[];
  /** A fact that opens something which goes on for `who` until one of these facts names them: a pregnancy. */
  readonly lasts?: {
    readonly who: string;
    /** What is said of her while it goes on. */
    readonly now: Words;
    readonly until: readonly { readonly fact: string; readonly who: string }[];
    /**
     * Several may go on at once: this field of what ends them names which, by id. One that names none, as before
     * 29 November 2026, ends all until its day.
     */
    readonly namedIn?: string;
  };
  /** Once so much has passed since the first day of the fact's month, these roles no longer see it. What it did stays. */
  readonly fades?: {
    readonly roles: readonly string[];
    readonly after: { readonly months: number; readonly days: number };
  };
  /** Field by whose value the latest facts of this kind are told apart: what was asked, not only that something was. */
  readonly toldApartBy?: string;
  /** A fact of the book and of no life: that a record was entered by hand. */
  readonly isEntry?: true;
  /** Written once and for ever: no void takes it back; what is wrong in it is written anew beside it. */
  readonly isFinal?: true;
  /** Only the hub's own device writes it. */
  readonly isOfHub?: true;
  readonly law: string;
}

/** Within one day: births, move-ins and review_add first, then changes in the order written, then move-outs, deaths and review_remove. */
export type DayPhase = 'first' | 'change' | 'last';

/** A record's field as a form asks for it, with what the form says differently, e.g. its own label. */
export function askField(
  record: RecordDefinition,
  key: string,
  instead: Partial<Pick<FieldDefinition, 'key' | 'label'>> & { readonly isRequired?: boolean } = {},
): FieldDefinition {
  const field = record.fields.find((one) => one.key === key);
  if (field === undefined || isKept(field.type)) throw new Error(`${record.kind}.${key} cannot be asked`);
  const { isRequired = field.isRequired === true, ...rest } = instead;
  const { isRequired: _, type, ...kept } = field;
  return { ...kept, ...rest, type: field.type, ...(isRequired ? { isRequired } : {}) };
}

/** A field of a written record that its definition does not allow. */
export interface RecordProblem {
  readonly field: string;
  readonly why: FieldProblem | 'unknown_field';
}

/**
 * What is wrong with the values of an op, by the record's definition. A fact is written whole, so its required fields
 * must be there; of a state only the fields that are put are judged (`isWhole`: its first put, which must be complete).
 */
export function recordProblems(
  definition: RecordDefinition,
  fields: Fields,
  isWhole: boolean,
): readonly RecordProblem[] {
  const known = new Map(definition.fields.map((field) => [field.key, field]));
  const strangers = Object.keys(fields).filter((key) => !known.has(key));
  const judged = definition.fields.filter((field) => isWhole || Object.hasOwn(fields, field.key));
  return [
    ...strangers.map((field) => ({ field, why: 'unknown_field' as const })),
    ...judged.flatMap((field) => {
      const read = readValue(field, fields[field.key]);
      return read.ok ? [] : [{ field: field.key, why: read.error }];
    }),
  ];
}
