import { closing } from '../../i18n/vi/closing.ts';
import { wordsOf } from './words-of.ts';

/** Words of a report's life, which travel with its screens. */
export const closingWords = wordsOf(closing, async () => (await import('../../i18n/en/closing.ts')).closing);
