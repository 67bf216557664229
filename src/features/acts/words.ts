import { acts as vi } from '../../i18n/vi/acts.ts';
import { wordsOf } from '../../ui/words/words-of.ts';

export const actWords = wordsOf(vi, async () => (await import('../../i18n/en/acts.ts')).acts);
