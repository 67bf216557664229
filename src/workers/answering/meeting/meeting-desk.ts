import { bad, good } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { MeetingApi, MeetingSave } from '../../api/meeting-api.ts';
import { findUnacceptable } from '../../recording/acceptable.ts';
import type { Recording } from '../../recording/recording.ts';
import type { BookSession } from '../book-session.ts';
import type { LookLog } from '../look-log.ts';
import { figureAnswers } from './figure-answers.ts';
import { notesAnswers } from './notes-answers.ts';
import { slipAnswers } from './slip-answers.ts';
import { typedAnswers } from './typed-answers.ts';

export const officerOnly: Words = { vi: 'Chỉ cán bộ dân số xã ghi mục này', en: 'Only the officer writes this' };
export const nothingNew: Words = { vi: 'Chưa có gì thay đổi', en: 'Nothing has changed' };

/** An open book, as a month's slips and the meeting need it. */
export interface MeetingBench {
  readonly session: BookSession;
  readonly recording: Pick<Recording, 'save'>;
  readonly looks: LookLog;
}

export function openMeetingDesk(whole: () => Promise<MeetingBench>, now: () => number): MeetingApi {
  return { ...slipAnswers(whole, now), ...notesAnswers(whole), ...typedAnswers(whole), ...figureAnswers(whole) };
}

/** Saves what no form writes. */
export async function saveAll({ session, recording }: MeetingBench, drafts: readonly OpDraft[]): MeetingSave {
  const refused = findUnacceptable(drafts, session);
  if (refused !== undefined) return bad(refused.message);
  return good(await recording.save(drafts));
}
