import { points as vi } from '../../../i18n/vi/stock/points.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

export const pointWords = wordsOf(vi, async () => (await import('../../../i18n/en/stock/points.ts')).points);
