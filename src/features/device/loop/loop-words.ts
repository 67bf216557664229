import { loop as vi } from '../../../i18n/vi/loop.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

export const loopWords = wordsOf(vi, async () => (await import('../../../i18n/en/loop.ts')).loop);
