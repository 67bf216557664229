import { proof as vi } from '../../i18n/vi/device/proof.ts';
import { roads as roadsVi } from '../../i18n/vi/device/roads.ts';
import { wordsOf } from '../../ui/words/words-of.ts';

export const proofWords = wordsOf(vi, async () => (await import('../../i18n/en/device/proof.ts')).proof);
export const roadWords = wordsOf(roadsVi, async () => (await import('../../i18n/en/device/roads.ts')).roads);
