import type { Condition } from '../../domain/condition.ts';
import type { RecordField } from '../../domain/field.ts';
import type { Words } from '../../domain/words.ts';
import { householdAct } from '../codes/work/household-act.ts';

/* Fields that many facts have, with their own words. */

/** Of a kind that never tells of a life. */
export const always: Condition = { all: [] };

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

/** Where the fact is a part of something done to a whole household. */
export const act: RecordField = {
  key: 'act',
  label: { vi: 'Việc với cả hộ', en: 'Done to the household' },
  type: { is: 'code', list: householdAct },
};

export const note: RecordField = {
  key: 'note',
  label: { vi: 'Ghi chú', en: 'Note' },
  type: { is: 'text', maxLength: 300 },
};
