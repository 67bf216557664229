import type { FieldDefinition } from './field.ts';
import type { Effect } from './effect.ts';
import type { Words } from './words.ts';

/** fact: written whole, never edited · state: undated fields are put one by one */
export type Nature = 'fact' | 'state';

export interface RecordDefinition {
  readonly kind: string;
  readonly nature: Nature;
  readonly label: Words;
  readonly fields: readonly FieldDefinition[];
  /** For a fact: key of its date field, its place within the day, and what it does to whom. */
  readonly dateField?: string;
  readonly phase?: DayPhase;
  readonly effects?: readonly Effect[];
  readonly law: string;
}

/** Within one day: births, move-ins and review_add first, then changes in the order written, then move-outs, deaths and review_remove (indicators.md). */
export type DayPhase = 'first' | 'change' | 'last';
