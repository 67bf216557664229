import { targetLines } from '../../../catalogue/meeting/targets.ts';
import { bad } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import { meetingNotes, meetingOf, targetOf, targetValues } from '../../../register/figures/meeting/meeting-notes.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { MeetingApi } from '../../api/meeting-api.ts';
import { type MeetingBench, nothingNew, officerOnly, saveAll } from './meeting-desk.ts';

type Answers = 'meetingNotes' | 'saveMeeting' | 'targets' | 'saveTargets';

const noNumber: Words = { vi: 'Nhập số từ 0 đến 9.999.999', en: 'Enter a number from 0 to 9,999,999' };

const mostTarget = 9_999_999;

/** What is written down at the meeting, and what the commune is to reach: records of the commune itself. */
export function notesAnswers(whole: () => Promise<MeetingBench>): Pick<MeetingApi, Answers> {
  return {
    meetingNotes: async (month) => meetingNotes((await whole()).session.register.folk, month),
    async saveMeeting(month, { day, attended, tasks }) {
      const bench = await whole();
      const { session } = bench;
      if (session.who.role !== 'officer') return bad(officerOnly);
      const known = meetingOf(session.register.folk, month);
      const notes = { day: day || null, attended: attended.join(' ') || null, tasks: tasks.trim() || null };
      const put = known === undefined ? { month, ...notes } : notes;
      return saveAll(bench, [draftOf('meeting', session.who.commune, known?.id, put)]);
    },
    targets: async (year) => targetValues((await whole()).session.register.folk, year),
    async saveTargets(year, values) {
      const bench = await whole();
      const { session } = bench;
      const { folk } = session.register;
      if (session.who.role !== 'officer') return bad(officerOnly);
      const given = values.filter(({ indicator }) => targetLines.some((line) => line.indicator === indicator));
      if (!given.every(({ value }) => value === null || (value >= 0 && value <= mostTarget))) return bad(noNumber);
      const drafts = given.flatMap(({ indicator, value }): readonly OpDraft[] => {
        const known = targetOf(folk, year, indicator);
        const hundredths = value === null ? null : Math.round(value * 100);
        if ((known?.fields.hundredths ?? null) === hundredths) return [];
        const put = known === undefined ? { year, indicator, hundredths } : { hundredths };
        return [draftOf('target', session.who.commune, known?.id, put)];
      });
      return drafts.length === 0 ? bad(nothingNew) : saveAll(bench, drafts);
    },
  };
}

function draftOf(
  kind: string,
  place: string,
  id: string | undefined,
  put: Extract<OpDraft, { put: unknown }>['put'],
): OpDraft {
  return id === undefined ? { kind, place, put } : { kind, place, id, put };
}
