/* What only they need who take something back, write it anew or move somebody, in one file to fetch. */

export { giveUp } from '../sent-back.ts';
export { actAround } from './act-around.ts';
export { carryOut } from './carrying-out.ts';
export { withoutFormerNumbers } from './former-numbers.ts';
export { joinPuts, startRewriting } from './rewriting.ts';
export { settledAlong, settledBehind, touchedBy } from './settled-along.ts';
export { heldWords, judgeTaking } from './take-back-words.ts';
export { takeBackPlan, undoDrafts } from './taking-back.ts';
export { waitingAct, waitingTransaction } from './waiting-act.ts';
