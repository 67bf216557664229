import { readPeriod } from '../../../domain/calendar/period.ts';
import type { MeetingApi } from '../../api/meeting-api.ts';
import { breath } from '../../ports/breath.ts';
import type { MeetingBench } from './meeting-desk.ts';

/** Figures of many periods, and reports as files. */
export function figureAnswers(whole: () => Promise<MeetingBench>): Pick<MeetingApi, 'figureSeries' | 'reportFile'> {
  return {
    async figureSeries(keys, periods, place) {
      const { register } = (await whole()).session;
      const found: (readonly (number | null)[])[] = [];
      for (const text of periods) {
        const period = readPeriod(text);
        found.push(period.ok ? register.valuesOf(keys, period.value, place) : keys.map(() => null));
        // Each period is a walk through the book.
        await breath();
      }
      return found;
    },
    async reportFile(order) {
      const { session } = await whole();
      const { reportFile } = await import('./report-files.ts');
      return reportFile(order, session.register, session.who);
    },
  };
}
