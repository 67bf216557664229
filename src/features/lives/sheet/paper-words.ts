import { paper } from '../../../i18n/vi/paper.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

export const paperWords = wordsOf(paper, () => import('../../../i18n/en/paper.ts').then((module) => module.paper));
