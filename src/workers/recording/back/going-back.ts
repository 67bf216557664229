/* What only they need who take something back or write it anew, in one file to fetch. */

export { giveUp } from '../sent-back.ts';
export { actAround } from './act-around.ts';
export { joinPuts, startRewriting } from './rewriting.ts';
export { headlessOf, heldWords, homesOf, judgeTaking, withoutFormerNumbers } from './take-back-words.ts';
export { takeBackPlan, undoDrafts } from './taking-back.ts';
