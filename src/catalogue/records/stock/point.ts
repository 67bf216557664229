import type { RecordDefinition } from '../../../domain/record.ts';
import { dateField } from '../fact-fields.ts';

/**
 * An outlying point of the station (điểm trạm), e.g. the station of a commune that was merged into this one: a store of
 * its own, called by the record's id. It is closed and not taken back, for cards name it.
 */
export const stockPoint: RecordDefinition = {
  kind: 'stock_point',
  nature: 'state',
  label: { vi: 'Điểm trạm', en: 'Outlying point' },
  law: 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai',
  fields: [
    {
      key: 'name',
      label: { vi: 'Tên điểm trạm', en: 'Name' },
      type: { is: 'text', maxLength: 80 },
      isRequired: true,
    },
    { ...dateField({ vi: 'Ngày mở', en: 'Opened' }), key: 'since' },
    { key: 'until', label: { vi: 'Ngày đóng', en: 'Closed' }, type: { is: 'date' } },
  ],
};
