import type { ChoiceList } from '../../../domain/catalogue.ts';
import type { FieldType } from '../../../domain/field.ts';
import { anyone, type Question } from '../../../domain/form/form.ts';
import { askField, type RecordDefinition } from '../../../domain/record.ts';
import type { Words } from '../../../domain/words.ts';
import { changeInfo } from '../../records/move/change-info.ts';

/* Questions that many forms ask. */

/** Whom a fact is about: one of a list of the household. */
export function askOneOf(list: ChoiceList, record: RecordDefinition, key = 'person', label?: Words): Question {
  return { field: askField(record, key, { isRequired: true, ...(label && { label }) }), choices: list.key };
}

/** The same where several may be ticked: a whole household leaves at once. */
export function askSeveralOf(list: ChoiceList, record: RecordDefinition): Question {
  return { ...askOneOf(list, record), several: true };
}

/** Somebody, or some household, found by searching the whole book. */
export function askAnyone(record: RecordDefinition, key: string, label?: Words): Question {
  return { field: askField(record, key, { isRequired: true, ...(label && { label }) }), choices: anyone };
}

export function ask(record: RecordDefinition, key: string): Question {
  return { field: askField(record, key) };
}

export function askSurely(record: RecordDefinition, key: string, label?: Words): Question {
  return { field: askField(record, key, { isRequired: true, ...(label && { label }) }) };
}

/** "Không rõ" is an answer. */
export function askIfKnown(record: RecordDefinition, key: string): Question {
  return { field: askField(record, key, { isRequired: false }), mayBeUnknown: true };
}

/** The date of a fact, which today already stands in. */
export function askToday(record: RecordDefinition, key = 'date'): Question {
  return { field: askField(record, key), startsAs: { path: 'today' } };
}

/** Whether an edit mends a mistake or tells what changed. */
export const correctionQuestion: Question = {
  field: askField(changeInfo, 'isCorrection', {
    isRequired: true,
    label: { vi: 'Vì sao sửa sổ', en: 'Why the book is changed' },
  }),
  yesNo: {
    yes: { vi: 'Sổ ghi nhầm từ trước', en: 'The book was wrong before' },
    no: { vi: 'Nay mới thay đổi', en: 'It is different from now on' },
  },
};

/** A question of the form alone: its answer is in no record. */
export function askAside(key: string, label: Words, type: FieldType = { is: 'boolean' }): Question {
  return { field: { key, label, type, isRequired: true } };
}

/** A question of an edit: what stands is in it. */
export function askAnew(record: RecordDefinition, key: string, of: string): Question {
  return { field: askField(record, key), startsAs: { path: `${of}.${key}` } };
}
