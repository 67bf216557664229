import type { RecordField } from '../../domain/field.ts';
import type { Words } from '../../domain/words.ts';

/* Fields that many facts have, with their own words. */

export function dateField(label: Words): RecordField {
  return { key: 'date', label, type: { is: 'date' }, isRequired: true };
}

export function personField(label: Words, key = 'person'): RecordField {
  return { key, label, type: { is: 'reference', to: 'person' }, isRequired: true };
}

export function householdField(label: Words, key = 'household'): RecordField {
  return { key, label, type: { is: 'reference', to: 'household' } };
}

/** Ids of the checks that were answered yes. */
export const asked: RecordField = {
  key: 'asked',
  label: { vi: 'Đã hỏi lại', en: 'Doubts confirmed' },
  type: { is: 'marks' },
};

export const note: RecordField = {
  key: 'note',
  label: { vi: 'Ghi chú', en: 'Note' },
  type: { is: 'text', maxLength: 300 },
};
