import type { Condition } from './condition.ts';
import type { Words } from './words.ts';

/** stop: must be mended before saving · ask: "… Đúng không?", the answer is kept with the record */
export type Strength = 'stop' | 'ask';

/** A rule over the answers of a form and the records they name, as data. */
export interface Check {
  readonly id: string;
  readonly strength: Strength;
  /** True when something is wrong or odd. */
  readonly when: Condition;
  /** Field that the message belongs to. */
  readonly field: string;
  /** `{name}` is filled from the scope, e.g. "Mẹ {motherAge} tuổi khi sinh. Đúng không?" */
  readonly message: Words;
  readonly law: string;
}

export interface Finding {
  readonly check: string;
  readonly strength: Strength;
  readonly field: string;
  readonly message: Words;
}
