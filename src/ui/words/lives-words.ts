import { lives } from '../../i18n/vi/lives.ts';
import { wordsOf } from './words-of.ts';

/** Words of the pages about lives and work. */
export const livesWords = wordsOf(lives, () => import('../../i18n/en/lives.ts').then((module) => module.lives));
