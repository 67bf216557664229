import { report } from '../../i18n/vi/report.ts';
import { wordsOf } from './words-of.ts';

/** Words of the reports, which travel with their screens. */
export const reportWords = wordsOf(report, async () => (await import('../../i18n/en/report.ts')).report);
