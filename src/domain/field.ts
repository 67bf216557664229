import { parsePartialDate } from './calendar/partial-date.ts';
import type { Condition } from './condition.ts';
import type { Edition } from './form/edition.ts';
import { bad, good, type Outcome } from './outcome.ts';
import type { Value } from './value.ts';
import type { Words } from './words.ts';

/** One entry of a code list. `key` is for ever; the printed number belongs to a form set. */
export interface Code extends Partial<Edition> {
  readonly key: string;
  readonly label: Words;
  /** Where one code is two words, the word by the person's sex: "Vợ / chồng" → "Vợ". */
  readonly bySex?: { readonly [sex: string]: Words };
  readonly printed?: string;
  /** As it is written where room is short, and typed: "THCS". */
  readonly short?: string;
  /** Only the own panel says this code; wherever else somebody may look it is said as this one. */
  readonly shownAs?: string;
}

export interface CodeList extends Partial<Edition> {
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
  /** Several codes of a list, each once: topics of a visit. */
  | { readonly is: 'codes'; readonly list: CodeList }
  /** Civil date "yyyy-mm-dd"; with `partial` also "yyyy-mm" and "yyyy". */
  | { readonly is: 'date'; readonly partial?: true }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'boolean' }
  /** Id of a record of that kind. */
  | { readonly is: 'reference'; readonly to: string }
  /** Unit id of a place; of a store also the id of a record that is one. */
  | { readonly is: 'place'; readonly isStore?: true };

/** Short marks kept with a fact, e.g. the checks that were answered yes; no question asks for them. */
interface MarksType {
  readonly is: 'marks';
}

/** Lines of texts and numbers that a fact keeps, e.g. a report as it was frozen; no question asks for them. */
interface LinesType {
  readonly is: 'lines';
}

/** What is only kept, never asked. */
type KeptType = MarksType | LinesType;

export function isKept(type: FieldType | KeptType): type is KeptType {
  return type.is === 'marks' || type.is === 'lines';
}

export interface FieldDefinition<Type = FieldType> extends Partial<Edition> {
  readonly key: string;
  readonly label: Words;
  readonly type: Type;
  readonly isRequired?: true;
  /** The value on the record is the opening value; only facts change it from a date on. */
  readonly isDated?: true;
  /**
   * A link that both sides hold, though one line tells it: whoever is named by one record alone, and names nobody, is
   * read as naming it back where this holds of both (scope: `it` what each begins with).
   */
  readonly namesBack?: Condition;
  /** Two authors' values stand as a disagreement until a person settles it (name, birth date, sex, identity, place-like). */
  readonly disagrees?: true;
  /** Shown in the person's own panel only, each look logged. */
  readonly isSensitive?: true;
  readonly fallback?: Value;
}

/** A field of a record: what may be asked, and what is only kept. */
export type RecordField = FieldDefinition<FieldType | KeptType>;

/** Why a value is none of its field; screens put each in words that say what to do. */
export type FieldProblem =
  | 'missing'
  | 'wrong_type'
  | 'malformed_date'
  | 'impossible_date'
  | 'incomplete_date'
  | 'too_long'
  | 'too_small'
  | 'too_large'
  | 'not_in_list'
  | 'malformed_phone';

/** Characters of a person's name, and of other short text. */
export const longestName = 120;
const longestMark = 80;
const mostMarks = 50;
const mostLines = 4_000;
const longestLine = 400;

/**
 * A given value as its field keeps it: text in NFC with single blanks. Blank (absent, null, only blanks) is `null`, or
 * the problem `missing` where the field is required: unknown is left blank, never invented.
 */
export function readValue(field: RecordField, given: Value | undefined): Outcome<Value, FieldProblem> {
  const value = typeof given === 'string' ? readText(given) : given;
  if (value === undefined || value === null || value === '') return field.isRequired ? bad('missing') : good(null);
  const problem = problemOf(field.type, value);
  return problem === undefined ? good(value) : bad(problem);
}

/** What nobody could see or press on is a blank. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}]+$/u;

function readText(given: string): string {
  const text = given.normalize('NFC').trim().replace(/\s+/g, ' ');
  return unseen.test(text) ? '' : text;
}

function problemOf(type: FieldType | KeptType, value: Value): FieldProblem | undefined {
  if (type.is === 'integer') return integerProblem(type, value);
  if (type.is === 'boolean') return typeof value === 'boolean' ? undefined : 'wrong_type';
  if (type.is === 'marks') return marksProblem(value);
  if (type.is === 'lines') return linesProblem(value);
  if (type.is === 'codes') return codesProblem(type.list, value);
  return typeof value === 'string' ? textProblem(type, value) : 'wrong_type';
}

function textProblem(type: FieldType, text: string): FieldProblem | undefined {
  if (type.is === 'text') return text.length > type.maxLength ? 'too_long' : undefined;
  if (type.is === 'code') return type.list.codes.some((code) => code.key === text) ? undefined : 'not_in_list';
  if (type.is === 'date') return dateProblem(type.partial === true, text);
  if (type.is === 'phone') return /^\+?\d{9,12}$/.test(text.replace(/[\s.]/g, '')) ? undefined : 'malformed_phone';
  return text.length > longestName ? 'too_long' : undefined;
}

function dateProblem(mayBePartial: boolean, text: string): FieldProblem | undefined {
  const date = parsePartialDate(text);
  if (!date.ok) return date.error;
  return mayBePartial || text.length === 10 ? undefined : 'incomplete_date';
}

function integerProblem(type: { readonly min: number; readonly max: number }, value: Value): FieldProblem | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'wrong_type';
  if (value < type.min) return 'too_small';
  return value > type.max ? 'too_large' : undefined;
}

function codesProblem(list: CodeList, value: Value): FieldProblem | undefined {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return 'wrong_type';
  return value.every((one) => list.codes.some(({ key }) => key === one)) ? undefined : 'not_in_list';
}

function marksProblem(value: Value): FieldProblem | undefined {
  if (!Array.isArray(value) || !value.every((mark) => typeof mark === 'string')) return 'wrong_type';
  return value.length > mostMarks || value.some((mark) => mark.length > longestMark) ? 'too_long' : undefined;
}

function linesProblem(value: Value): FieldProblem | undefined {
  if (!Array.isArray(value) || !value.every(isLine)) return 'wrong_type';
  return value.length > mostLines || value.some((line) => line.length > longestLine) ? 'too_long' : undefined;
}

function isLine(line: Value): line is readonly Value[] {
  return (
    Array.isArray(line) && line.every((part) => part === null || typeof part === 'string' || typeof part === 'number')
  );
}
