import type { VNode } from 'preact';
import { say, type Words } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';

interface FieldFactsProps {
  readonly fields: readonly { readonly field: string; readonly label: Words; readonly value: Words }[];
}

/** What the book says of a record, label and value. */
export function FieldFacts({ fields }: FieldFactsProps): VNode | null {
  if (fields.length === 0) return null;
  return (
    <dl class="facts">
      {fields.map(({ field, label, value }) => (
        <div key={field}>
          <dt>{say(label, language.value)}</dt>
          <dd>{say(value, language.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
