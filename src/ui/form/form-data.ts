import type { Value } from '../../domain/value.ts';

/** A record that a reference question may name. */
export interface FormChoice {
  readonly value: Value;
  readonly label: string;
  readonly note?: string;
}

/** What a form must know of where it is asked. */
export interface FormSetting {
  /** Civil day. */
  readonly today: string;
  readonly choices: { readonly [field: string]: readonly FormChoice[] };
}
