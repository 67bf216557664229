import type { RecordDefinition } from '../../../domain/record.ts';
import { isStillTheirSpouse } from '../../rules/spouses.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** Ends the marriage for both, whoever of them is named. */
export const divorce: RecordDefinition = {
  kind: 'divorce',
  nature: 'fact',
  label: { vi: 'Ly hôn', en: 'Divorce' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6',
  dateField: 'date',
  phase: 'change',
  livedBy: ['person', 'spouse'],
  fields: [
    dateField({ vi: 'Ngày ly hôn', en: 'Date of divorce' }),
    personField({ vi: 'Người ly hôn', en: 'Who divorced' }),
    { key: 'spouse', label: { vi: 'Vợ / chồng cũ', en: 'Former spouse' }, type: { is: 'reference', to: 'person' } },
    note,
    asked,
  ],
  effects: [
    { target: 'person', set: { marital: { value: 'divorced' }, spouse: { value: null } } },
    {
      // Who has married somebody else since is not divorced from that one.
      target: 'spouse',
      when: isStillTheirSpouse,
      set: { marital: { value: 'divorced' }, spouse: { value: null } },
    },
    {
      target: 'person',
      holding: 'spouse',
      when: { is: [{ path: 'it.marital' }, { value: 'married' }] },
      set: { marital: { value: 'divorced' }, spouse: { value: null } },
    },
  ],
};
