import { loop as vi } from '../../../i18n/vi/device/loop.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

export const loopWords = wordsOf(vi, async () => (await import('../../../i18n/en/device/loop.ts')).loop);
