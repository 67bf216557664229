import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

/** Trạm y tế, nhà, nơi khác, as the form asks; a hospital is “nơi khác”. */
export const deliveryPlace: CodeList = {
  name: 'delivery_place',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1, cột nơi đẻ',
  codes: [
    { key: 'station', label: { vi: 'Trạm y tế (TYT)', en: 'Commune health station' } },
    { key: 'home', label: { vi: 'Tại nhà', en: 'At home' } },
    { key: 'elsewhere', label: { vi: 'Nơi khác (bệnh viện, phòng khám…)', en: 'Elsewhere (hospital, clinic…)' } },
  ],
};
