import type { ReportForm } from '../../domain/report.ts';
import { careRows, flowRows, householdRows, ownRows } from './rows.ts';

/** The commune's quarter: the rows of 01-DSH for one commune. */
export const form02Dsx: ReportForm = {
  code: '02-DSX',
  formSet: 'TT01-2022',
  title: { vi: 'Báo cáo quý về dân số của xã', en: 'Quarterly population report of the commune' },
  period: 'quarter',
  above: [],
  rows: [...householdRows, ...flowRows, ...careRows, ...ownRows],
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 02-DSX',
};
