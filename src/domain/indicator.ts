import type { Condition } from './condition.ts';
import type { Words } from './words.ts';

/**
 * One number, as one object. `flow` counts facts dated in the period; `stock` counts records at the close of its last
 * day; `balance` adds and subtracts others; `ratio` divides. Scope of a flow's condition: `fact` (its fields), each
 * record its fields name with its dated values after that fact on that day (`fact.child` → `child`), `period`. Scope of
 * a stock: `it` with dated values at the close of the last day. `subject` is the field (or `it`) whose household, sex
 * and village the case shows, and whose village it counts in.
 */
export type IndicatorRule =
  | { readonly is: 'flow'; readonly fact: string; readonly subject: string; readonly where?: Condition }
  | { readonly is: 'stock'; readonly kind: string; readonly where?: Condition }
  | { readonly is: 'ratio'; readonly numerator: string; readonly denominator: string; readonly times: number };

export interface Indicator {
  readonly key: string;
  readonly label: Words;
  readonly unit: Words;
  readonly decimals: number;
  readonly rule: IndicatorRule;
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}
