import type { FieldError } from '../../../ui/error-summary.tsx';
import type { ExtractOrder } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';

/** What a list is not made without, in the order of its fields: a purpose that is not in the list needs an approval as well. */
export function missingIn({ purpose, recipient, ground, other }: ExtractOrder): readonly FieldError[] {
  const { need } = transferWords.value.extract;
  const approval =
    other === undefined ? [] : approvalFields.map((field) => [field, other[field], need[field]] as const);
  const asked = [
    ['purpose', purpose, need.purpose] as const,
    ...approval,
    ['recipient', recipient, need.recipient] as const,
    ['ground', ground, need.ground] as const,
  ];
  return asked.flatMap(([control, answer, text]) => (answer.trim() === '' ? [{ control, text }] : []));
}

const approvalFields = ['words', 'approvedBy', 'approvedOn', 'document'] as const;
