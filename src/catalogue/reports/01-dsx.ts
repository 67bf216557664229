import type { ReportForm } from '../../domain/report.ts';
import { popEnd } from '../indicators/people/pop-end.ts';
import { flowRows } from './rows.ts';

/**
 * The commune's month, without its rows of methods and pregnancies: their cases open in a woman's own panel only.
 * Row numbers were not seen in print: they follow 01-DSH until the signed appendix is read.
 */
export const form01Dsx: ReportForm = {
  code: '01-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo tháng về dân số của xã', en: 'Monthly population report of the commune' },
  period: 'month',
  above: [popEnd.key],
  rows: flowRows,
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 01-DSX',
};
