import type { ReportForm } from '../../domain/figure/report.ts';
import type { Words } from '../../domain/words.ts';
import { form02Dsx } from './02-dsx.ts';
import { form03Dsx } from './03-dsx.ts';

/*
 * Forms of the level above: rows of the communes' own form of the same period, a column for each commune. Rows 1–9 of
 * 01-DSH were seen in print, the others are rebuilt. The law says "Toàn huyện" of the first column; since July 2025 it is
 * whoever the communes report to.
 */

/** Calendar days after the period's end within which the level above sends. */
export const upperDaysToSend = 15;

/** Heading of the column in which the communes are taken together. */
export const togetherWords: Words = { vi: 'Cộng các xã', en: 'All communes together' };

const { spanTitle: _, ...quarter } = form02Dsx;

export const upperForms: readonly ReportForm[] = [
  {
    ...quarter,
    code: '01-DSH',
    title: { vi: 'Báo cáo quý về dân số, tổng hợp các xã', en: 'Quarterly population report of the communes' },
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 01-DSH',
  },
  {
    ...form03Dsx,
    code: '02-DSH',
    title: { vi: 'Báo cáo năm về dân số, tổng hợp các xã', en: 'Yearly population report of the communes' },
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 02-DSH',
  },
];
