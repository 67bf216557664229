import type { RecordDefinition } from '../../../domain/record.ts';
import { isStillTheirSpouse } from '../../rules/spouses.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** Whoever was married to the dead person is widowed from that day, whichever of the two the book knows to be the other's spouse. */
export const death: RecordDefinition = {
  kind: 'death',
  nature: 'fact',
  label: { vi: 'Chết', en: 'Death' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 3 "Người chết"',
  dateField: 'date',
  phase: 'last',
  fields: [
    dateField({ vi: 'Ngày chết', en: 'Date of death' }),
    personField({ vi: 'Người chết', en: 'Who died' }),
    {
      key: 'spouse',
      label: { vi: 'Vợ / chồng còn lại', en: 'Widowed spouse' },
      type: { is: 'reference', to: 'person' },
    },
    note,
    asked,
  ],
  effects: [
    { target: 'person', set: { status: { value: 'dead' } } },
    {
      target: 'person',
      holding: 'spouse',
      when: { is: [{ path: 'it.marital' }, { value: 'married' }] },
      set: { marital: { value: 'widowed' } },
    },
    {
      target: 'spouse',
      when: isStillTheirSpouse,
      set: { marital: { value: 'widowed' } },
    },
  ],
};
