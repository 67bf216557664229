import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import type { StateWord } from '../state-word.tsx';
import { civilDay, clockTime } from '../words/civil-time.ts';

/** What the bar needs to know about sending; the worker's fuller answer fits it. */
export interface SyncPicture {
  readonly is: 'offline' | 'sending' | 'failed' | 'done' | 'idle';
  readonly waiting: number;
  readonly mending: number;
  readonly sentAt: number | null;
  readonly why?: string;
  readonly progress?: { readonly done: number; readonly of: number };
}

/** "14:05", "14:05 ngày 21/11" when that was not today, "14:05 ngày 21/11/2025" when not this year. */
export function spellMoment(moment: number, now: number, words: InterfaceWords): string {
  const [day, today] = [civilDay(moment), civilDay(now)];
  if (day === today) return clockTime(moment);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return words.bar.onDay(clockTime(moment), isThisYear ? formatDate(day).slice(0, 5) : formatDate(day));
}

/** Whether my work has arrived: the one line that never goes away. */
export function wordArrival(sync: SyncPicture, now: number, words: InterfaceWords): StateWord {
  if (sync.progress && sync.progress.done < sync.progress.of) {
    return { tone: 'phone', icon: 'receive', text: words.bar.progress(sync.progress.done, sync.progress.of) };
  }
  if (sync.waiting > 0) return { tone: 'waiting', icon: 'clock', text: words.bar.waiting(sync.waiting) };
  if (sync.sentAt !== null) {
    return { tone: 'sent', icon: 'sent', text: words.bar.sent(spellMoment(sync.sentAt, now, words)) };
  }
  return { tone: 'phone', icon: 'phone', text: words.bar.nothingWaiting };
}

/** What else to know just now: mending first; no network is calm and grey, never an alarm. */
export function wordTrouble(sync: SyncPicture, isOnline: boolean, words: InterfaceWords): readonly StateWord[] {
  const mending: readonly StateWord[] =
    sync.mending > 0 ? [{ tone: 'back', icon: 'mend', text: words.bar.mending(sync.mending) }] : [];
  if (!isOnline || sync.is === 'offline' || sync.why === 'offline') {
    return [...mending, { tone: 'offline', icon: 'offline', text: words.bar.offline }];
  }
  if (sync.is === 'failed') return [...mending, { tone: 'offline', icon: 'clock', text: words.bar.hubUnreachable }];
  return mending;
}
