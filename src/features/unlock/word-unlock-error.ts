import type { InterfaceWords } from '../../i18n/vi.ts';
import type { UnlockError } from '../../workers/api/phone-api.ts';

/** What to say after a try: nothing but how many are left and how long to wait. */
export function wordUnlockError(error: UnlockError, isCard: boolean, now: number, words: InterfaceWords): string {
  const { unlock } = words;
  if (error.why === 'wait') return wordWait(error.notBefore, now, words);
  // The card is let in longer than the PIN: where it is not, the lease is over.
  if (error.why === 'expired' && isCard) return unlock.over;
  if (error.why !== 'wrong') return unlock[error.why];
  const wrong = isCard ? unlock.wrongCard : `${unlock.wrongPin}. ${unlock.triesLeft(error.triesLeft)}`;
  const wait = wordWait(error.notBefore, now, words);
  return wait === '' ? wrong : `${wrong}. ${wait}`.replace('..', '.');
}

const aFewMinutes = 120;

/** "Chờ 5 giây rồi thử lại", "Chờ 15 phút rồi thử lại"; empty when the waiting is over. */
export function wordWait(notBefore: number, now: number, words: InterfaceWords): string {
  const seconds = Math.ceil((notBefore - now) / 1000);
  if (seconds <= 0) return '';
  return seconds < aFewMinutes ? words.unlock.wait(seconds) : words.unlock.waitMinutes(Math.ceil(seconds / 60));
}
