import { spellMoment } from '../../ui/bar/sync-words.ts';
import { language, words } from '../../ui/language.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { Certificate, Proof } from '../../workers/api/proof-api.ts';
import type { proofWords } from './words.ts';

/** Whether this phone could go without anything being lost with it. */
export function isNothingLeft({ waiting, mending, drafts }: Proof['left']): boolean {
  return waiting + mending + drafts === 0;
}

/** What the hub has signed, in words. What it has sent back, and what is half done, it knows nothing of: then it is no leave to wipe. */
export function wordCertificate(
  { at, acked }: Pick<Certificate, 'at' | 'acked'>,
  left: Proof['left'],
  copy: typeof proofWords.value,
): string {
  const say = isNothingLeft(left) ? copy.certified : copy.answered;
  return say(spellMoment(at, Date.now(), words.value), spellNumber(acked, language.value));
}
