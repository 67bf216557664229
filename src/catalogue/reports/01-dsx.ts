import type { ReportForm } from '../../domain/report.ts';
import { births } from '../indicators/life/births.ts';
import { birthsF } from '../indicators/life/births-f.ts';
import { birthsM } from '../indicators/life/births-m.ts';
import { deaths } from '../indicators/life/deaths.ts';
import { moveIn } from '../indicators/move/move-in.ts';
import { moveOut } from '../indicators/move/move-out.ts';
import { reviewAdd } from '../indicators/move/review-add.ts';
import { reviewRemove } from '../indicators/move/review-remove.ts';
import { popEnd } from '../indicators/people/pop-end.ts';

/** The commune's month. Its row numbers were not seen in print: they follow 01-DSH until the signed appendix is read. */
export const form01Dsx: ReportForm = {
  code: '01-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo tháng về dân số của xã', en: 'Monthly population report of the commune' },
  period: 'month',
  above: [popEnd.key],
  rows: [
    { number: '4', indicator: births.key, indent: 0, isLegal: true },
    { number: '4a', indicator: birthsM.key, indent: 1, isLegal: true },
    { number: '4b', indicator: birthsF.key, indent: 1, isLegal: true },
    { number: '5', indicator: deaths.key, indent: 0, isLegal: true },
    { number: '9', indicator: moveIn.key, indent: 0, isLegal: true },
    { number: '10', indicator: moveOut.key, indent: 0, isLegal: true },
    { number: 'R1', indicator: reviewAdd.key, indent: 0, isLegal: false },
    { number: 'R2', indicator: reviewRemove.key, indent: 0, isLegal: false },
  ],
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 01-DSX',
};
