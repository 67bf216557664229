import type { RecordDefinition } from '../../../domain/record.ts';
import { act, asked, dateField, householdField, note } from '../fact-fields.ts';

/** As long as the longest text that may change: a note. */
const longestTold = 300;

/**
 * What was and what is. Residence changes by it from that day: settling counts as a move in, ceasing to reside as a move out. Undated fields are put beside it, of a
 * person or of a household; a mended mistake is kept here too and is no change of table 6.
 */
export const changeInfo: RecordDefinition = {
  kind: 'change_info',
  nature: 'fact',
  label: { vi: 'Thay đổi thông tin cơ bản', en: 'Change of basic information' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6 "Thay đổi thông tin cơ bản"',
  dateField: 'date',
  phase: 'change',
  toldApartBy: 'field',
  // How somebody lives here is a part of the life; what else changes, or is mended, is told by the day it was heard of.
  isPaperwork: {
    any: [
      { is: [{ path: 'isCorrection' }, { value: true }] },
      { not: { is: [{ path: 'field' }, { value: 'residence' }] } },
    ],
  },
  fields: [
    dateField({ vi: 'Ngày thay đổi', en: 'Date of the change' }),
    { key: 'person', label: { vi: 'Người thay đổi', en: 'Who changed' }, type: { is: 'reference', to: 'person' } },
    householdField({ vi: 'Hộ thay đổi', en: 'Household changed' }),
    {
      key: 'field',
      label: { vi: 'Thông tin thay đổi', en: 'What changed' },
      type: { is: 'text', maxLength: 40 },
      isRequired: true,
    },
    { key: 'old', label: { vi: 'Thông tin cũ', en: 'Before' }, type: { is: 'text', maxLength: longestTold } },
    { key: 'new', label: { vi: 'Thông tin mới', en: 'After' }, type: { is: 'text', maxLength: longestTold } },
    { key: 'isCorrection', label: { vi: 'Sửa chỗ ghi sai', en: 'Mends a mistake' }, type: { is: 'boolean' } },
    note,
    act,
    asked,
  ],
  effects: [
    {
      target: 'person',
      set: {},
      setNamed: { field: 'field', value: 'new', oneOf: ['residence', 'marital'] },
    },
  ],
};
