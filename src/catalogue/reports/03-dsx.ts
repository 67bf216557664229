import type { ReportForm } from '../../domain/report.ts';
import { careRows, flowRows, householdRows, ownRows } from './rows.ts';

/** The commune's year: part I was seen in print, the rest is rebuilt from 01-DSH. */
export const form03Dsx: ReportForm = {
  code: '03-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo năm về dân số của xã', en: 'Yearly population report of the commune' },
  period: 'year',
  above: [],
  rows: [...householdRows, ...flowRows, ...careRows, ...ownRows],
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 03-DSX',
};
