import type { RecordDefinition } from '../../../domain/record.ts';
import { screenResult } from '../../codes/care/screen-result.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** Five tests; a blank one was not done. */
export const newbornScreen: RecordDefinition = {
  kind: 'newborn_screen',
  nature: 'fact',
  label: { vi: 'Sàng lọc sơ sinh', en: 'Newborn screening' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 2',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày sàng lọc', en: 'Date' }),
    personField({ vi: 'Trẻ được sàng lọc', en: 'Child' }),
    {
      key: 'hypothyroid',
      label: { vi: 'Suy giáp trạng bẩm sinh', en: 'Congenital hypothyroidism' },
      type: { is: 'code', list: screenResult },
    },
    { key: 'g6pd', label: { vi: 'Thiếu men G6PD', en: 'G6PD deficiency' }, type: { is: 'code', list: screenResult } },
    {
      key: 'cah',
      label: { vi: 'Tăng sản thượng thận bẩm sinh', en: 'Congenital adrenal hyperplasia' },
      type: { is: 'code', list: screenResult },
    },
    {
      key: 'hearing',
      label: { vi: 'Khiếm thính bẩm sinh', en: 'Congenital hearing loss' },
      type: { is: 'code', list: screenResult },
    },
    {
      key: 'heart',
      label: { vi: 'Tim bẩm sinh', en: 'Congenital heart disease' },
      type: { is: 'code', list: screenResult },
    },
    { key: 'performedAt', label: { vi: 'Nơi thực hiện', en: 'Where' }, type: { is: 'text', maxLength: 120 } },
    note,
    asked,
  ],
};
