import { meeting } from '../../../i18n/vi/meeting.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

/** Words of slips and meeting, which travel with their screens. */
export const meetingWords = wordsOf(meeting, async () => (await import('../../../i18n/en/meeting.ts')).meeting);

/** "2026-10" → "Tháng 10/2026". */
export function monthWord(month: string): string {
  return meetingWords.value.monthOf(String(Number(month.slice(5))), month.slice(0, 4));
}
