import type { ReportForm } from '../../domain/figure/report.ts';
import { popEnd } from '../indicators/people/pop-end.ts';
import { changeRows, ownScreenRows, screenRows } from './care.ts';
import { lifeRows, moveRows, ownMoveRows, premaritalRow } from './events.ts';
import { partII, partIII, partIV } from './parts.ts';
import { inPart, own } from './row.ts';

/**
 * The commune's month: what happened in it, and since 1 January. Row numbers were not seen in print: they follow 01-DSH
 * until the signed appendix is read.
 */
export const form01Dsx: ReportForm = {
  code: '01-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo tháng về dân số của xã', en: 'Monthly population report of the commune' },
  period: 'month',
  above: [popEnd.key],
  rows: [
    ...inPart(partII, [...lifeRows, premaritalRow, ...moveRows, own('pop_start'), ...ownMoveRows]),
    ...inPart(partIII, [...changeRows, own('new_users_temporary')]),
    ...inPart(partIV, [...screenRows, ...ownScreenRows]),
  ],
  rounding: 'half_up',
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 01-DSX',
};
