import type { RecordDefinition } from '../../../domain/record.ts';
import { pillCheck, supplyKind } from '../../stock/lists.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';
import { channelField, givenQuantity, productField } from './movement.ts';

/** What a woman of the book was given: of her own panel, and carried with her. The store's line stands beside it. */
export const supply: RecordDefinition = {
  kind: 'supply',
  nature: 'fact',
  label: { vi: 'Cấp phương tiện tránh thai', en: 'Contraceptives given' },
  law: 'Thông tư 02/2021/TT-BYT; Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày cấp', en: 'Date' }),
    personField({ vi: 'Người nhận', en: 'Given to' }),
    productField,
    channelField,
    givenQuantity,
    {
      key: 'use',
      label: { vi: 'Ghi vào theo dõi sử dụng', en: 'What it is to her method' },
      type: { is: 'code', list: supplyKind },
      isRequired: true,
    },
    {
      key: 'pillCheck',
      label: { vi: 'Hỏi trước khi cấp viên uống', en: 'Asked before pills' },
      type: { is: 'codes', list: pillCheck },
    },
    note,
    asked,
  ],
};
