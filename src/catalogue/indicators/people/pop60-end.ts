import type { Indicator } from '../../../domain/indicator.ts';
import { isAged, noLimit } from '../../rules/ages.ts';
import { isResident } from '../../rules/is-resident.ts';

export const pop60End: Indicator = {
  key: 'pop60_end',
  label: { vi: 'Số người từ 60 tuổi trở lên tính đến cuối kỳ', en: 'People aged 60 and over at the end of the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'stock', kind: 'person', where: { all: [isResident('it'), isAged('it', { path: 'day' }, 60, noLimit)] } },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 16; Luật Người cao tuổi, Điều 2',
};
