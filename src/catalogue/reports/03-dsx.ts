import type { ReportForm } from '../../domain/figure/report.ts';
import {
  changeRows,
  elderRows,
  networkRows,
  ownCareRates,
  ownMethodRows,
  ownScreenRows,
  screenRows,
  userRows,
} from './care.ts';
import { fertilityRows, lifeRows, moveRows, ownMoveRows, ownRateRows, premaritalRow } from './events.ts';
import { ageRows, householdRows, ownHouseholdRows } from './households.ts';
import { partI, partII, partIII, partIV, partV } from './parts.ts';
import { inPart } from './row.ts';

/** The commune's year: part I was seen in print, the rest is rebuilt from 01-DSH. The quarter's rows, age × sex, and fertility. */
export const form03Dsx: ReportForm = {
  code: '03-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo năm về dân số của xã', en: 'Yearly population report of the commune' },
  period: 'year',
  above: [],
  rows: [
    ...inPart(partI, [...householdRows, ...ageRows, ...ownHouseholdRows]),
    ...inPart(partII, [...lifeRows, ...moveRows, ...ownMoveRows, ...ownRateRows, ...fertilityRows]),
    ...inPart(partIII, [...userRows, ...changeRows, ...ownMethodRows]),
    ...inPart(partIV, [premaritalRow, ...screenRows, ...elderRows, ...ownScreenRows, ...ownCareRates]),
    ...inPart(partV, networkRows),
  ],
  rounding: 'half_up',
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 03-DSX',
};
