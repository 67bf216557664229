import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields, Value } from '../../../domain/value.ts';

/** The list that is being written. */
export interface Many {
  readonly definition: FormDefinition;
  /** Question that names whom it is about; its answer is the list of ids. */
  readonly subject: string;
  readonly place: string;
  readonly draft: string;
}

/** Ids of the ticked people. */
export function tickedOf(answers: Fields, subject: string): readonly string[] {
  const ticked: Value | undefined = answers[subject];
  return Array.isArray(ticked) ? ticked.filter((one) => typeof one === 'string') : [];
}
