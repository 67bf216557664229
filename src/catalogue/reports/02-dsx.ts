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
import { lifeRows, moveRows, ownMoveRows, ownRateRows, premaritalRow } from './events.ts';
import { householdRows, ownHouseholdRows } from './households.ts';
import { partI, partII, partIII, partIV, partV } from './parts.ts';
import { inPart } from './row.ts';

/** The commune's quarter: the rows of 01-DSH for one commune. A span of 6, 9 or 11 months has the same. */
export const form02Dsx: ReportForm = {
  code: '02-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo quý về dân số của xã', en: 'Quarterly population report of the commune' },
  spanTitle: { vi: 'Báo cáo sơ kết, tổng kết về dân số của xã', en: 'Review of the population of the commune' },
  period: 'quarter',
  above: [],
  rows: [
    ...inPart(partI, [...householdRows, ...ownHouseholdRows]),
    ...inPart(partII, [...lifeRows, premaritalRow, ...moveRows, ...ownMoveRows, ...ownRateRows]),
    ...inPart(partIII, [...userRows, ...changeRows, ...ownMethodRows]),
    ...inPart(partIV, [...screenRows, ...elderRows, ...ownScreenRows, ...ownCareRates]),
    ...inPart(partV, networkRows),
  ],
  rounding: 'half_up',
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 02-DSX',
};
