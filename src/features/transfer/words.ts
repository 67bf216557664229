import { transfer as vi } from '../../i18n/vi/transfer.ts';
import { wordsOf } from '../../ui/words/words-of.ts';

export const transferWords = wordsOf(vi, async () => (await import('../../i18n/en/transfer.ts')).transfer);
