import { readPeriod } from '../../../domain/calendar/period.ts';
import { columnPlaces, reportColumn } from '../../../register/figures/report-columns.ts';
import type { MeetingApi } from '../../api/meeting-api.ts';
import { breath } from '../../ports/breath.ts';
import type { MeetingBench } from './meeting-desk.ts';

/** Figures of many periods, and reports as files. */
export function figureAnswers(
  whole: () => Promise<MeetingBench>,
): Pick<MeetingApi, 'figureSeries' | 'reportColumns' | 'reportFile'> {
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
    async reportColumns(code, text) {
      const { register, who } = (await whole()).session;
      // The commune first: its counts are those that each village takes its part of.
      const tables = [register.report(code, text, who.commune)];
      const period = readPeriod(text);
      if (!period.ok) return tables;
      const asked = { code, period: text, last: period.value.last };
      for (const unit of columnPlaces(register.folk.places)) {
        await breath();
        tables.push(...[reportColumn(register, unit, asked)].filter((table) => table !== undefined));
      }
      return tables;
    },
    async reportFile(order) {
      const { session } = await whole();
      const { reportFile } = await import('./report-files.ts');
      return reportFile(order, session.register, session.who);
    },
  };
}
