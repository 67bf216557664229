import { civilDay, clockTime } from '../../domain/calendar/civil-date.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import type { StateWord } from './state-word.tsx';
import { clockFault, spellAway } from './word-clock.ts';

/** What the bar needs to know about sending; the worker's fuller answer fits it. */
export interface SyncPicture {
  readonly is: 'opening' | 'offline' | 'sending' | 'failed' | 'done' | 'idle';
  readonly waiting: number;
  readonly mending: number;
  readonly sentAt: number | null;
  /** False before all of the book was here once. */
  readonly isWhole: boolean;
  readonly why?: 'offline' | keyof InterfaceWords['bar']['trouble'];
  readonly progress?: { readonly is: 'send' | 'receive'; readonly done: number; readonly of: number };
  /** The phone's clock minus the hub's, ms. */
  readonly clockOffset: number | null;
  /** When the hub was last heard, and when the phone closes without it; absent where it never does. */
  readonly lease?: { readonly metAt: number; readonly closesAt: number };
}

/** "14:05", "14:05 ngày 21/11" when that was not today, "14:05 ngày 21/11/2025" when not this year. */
export function spellMoment(moment: number, now: number, words: InterfaceWords): string {
  const [day, today] = [civilDay(moment), civilDay(now)];
  if (day === today) return clockTime(moment);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return words.bar.onDay(clockTime(moment), isThisYear ? formatDate(day).slice(0, 5) : formatDate(day));
}

/** Whether my work has arrived: the one line that never goes away. Nothing while that is not known yet. */
export function wordArrival(sync: SyncPicture, now: number, words: InterfaceWords): StateWord | undefined {
  const { bar } = words;
  const { is, progress, waiting, sentAt } = sync;
  if (is === 'opening') return undefined;
  if (progress?.is === 'receive' && progress.done < progress.of)
    return { tone: 'phone', icon: 'receive', text: bar.progress(progress.done, progress.of) };
  const last = sentAt === null ? undefined : spellMoment(sentAt, now, words);
  if (waiting > 0) {
    const more = progress?.is === 'send' ? bar.sending(progress.done, progress.of) : last && bar.lastSent(last);
    return { tone: 'waiting', icon: 'clock', text: bar.waiting(waiting), ...(more !== undefined && { more }) };
  }
  if (last !== undefined) return { tone: 'sent', icon: 'sent', text: bar.sent(last) };
  return { tone: 'phone', icon: 'phone', text: bar.nothingWaiting };
}

const day = 86_400_000;
/** So long without the hub, and it is told what comes of it (phone.md, lease). */
const longUnheard = 35 * day;

/** Troubles that pass by themselves are grey; the others need somebody. */
const calm: readonly SyncPicture['why'][] = ['hub', 'busy', 'foreign', 'forged'];

/** What else to know just now: mending first; no network is calm and grey, never an alarm. */
export function wordTrouble(
  sync: SyncPicture,
  isOnline: boolean,
  words: InterfaceWords,
  now: number,
): readonly StateWord[] {
  const { bar } = words;
  const found: StateWord[] = [];
  if (sync.mending > 0) found.push({ tone: 'back', icon: 'mend', text: bar.mending(sync.mending) });
  // While it comes, the line above says how far it is; before the first of it is here, nothing does.
  if (!sync.isWhole && sync.is !== 'opening' && sync.progress?.is !== 'receive')
    found.push({ tone: 'waiting', icon: 'receive', text: bar.partial });
  const clock = clockFault(sync.clockOffset);
  if (clock !== undefined)
    found.push({ tone: 'waiting', icon: 'clock', text: bar.clockWrong(spellAway(clock, words)), more: bar.clockHow });
  if (sync.lease !== undefined && now - sync.lease.metAt >= longUnheard) {
    const days = Math.floor((now - sync.lease.metAt) / day);
    const more = bar.unheardHow(formatDate(civilDay(sync.lease.closesAt)));
    found.push({ tone: 'waiting', icon: 'clock', text: bar.unheard(days), more });
  }
  const hindrance = hindranceOf(sync, isOnline);
  if (hindrance !== undefined) {
    const isCalm = hindrance === 'offline' || calm.includes(hindrance);
    const text = hindrance === 'offline' ? bar.offline : bar.trouble[hindrance];
    found.push({ tone: isCalm ? 'offline' : 'back', icon: isCalm ? 'offline' : 'mend', text });
  }
  return found;
}

/**
 * What stands between the phone and the hub. What a network did is past once there is none; and where there is one, a hub
 * that was not reached is no missing network: whoever reads that looks for it in vain.
 */
function hindranceOf({ is, why }: SyncPicture, isOnline: boolean): SyncPicture['why'] {
  if (is === 'offline' || why === 'offline') return isOnline ? 'hub' : 'offline';
  const known = is === 'failed' || why === 'tight' ? why : undefined;
  const isOfNetwork = known === undefined || calm.includes(known);
  return !isOnline && isOfNetwork ? 'offline' : known;
}

/** What "Gửi ngay" came to, beside what the bar says anyway. */
export function wordAnswer(sync: SyncPicture, now: number, { bar }: InterfaceWords): string {
  const isThrough = sync.is === 'done' || sync.is === 'idle';
  return isThrough ? bar.upToDate(clockTime(now)) : bar.notSent(clockTime(now));
}
