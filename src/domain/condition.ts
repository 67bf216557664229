import type { Value } from './value.ts';

/**
 * A rule as data, readable aloud. Operands name values of a scope by path ("birthDate", "mother.birthDate"),
 * give a literal, or derive: completed years, whole days between two dates. An unknown operand makes a comparison
 * false, never an error: unknown is blank, never invented.
 */
export type Operand =
  | { readonly path: string }
  | { readonly value: Value }
  | { readonly yearsFrom: Operand; readonly to: Operand }
  | { readonly daysFrom: Operand; readonly to: Operand };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly is: readonly [Operand, Operand] }
  | { readonly below: readonly [Operand, Operand] }
  | { readonly above: readonly [Operand, Operand] }
  | { readonly oneOf: readonly [Operand, readonly Value[]] }
  | { readonly unknown: Operand };

/** What paths resolve in: nested plain data. */
export type Scope = { readonly [name: string]: Value | Scope | undefined };
