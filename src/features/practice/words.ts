import { practice as vi } from '../../i18n/vi/practice.ts';
import { wordsOf } from '../../ui/words/words-of.ts';

export const practiceWords = wordsOf(vi, async () => (await import('../../i18n/en/practice.ts')).practice);
