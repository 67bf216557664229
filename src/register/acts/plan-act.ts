import type { Folk } from '../folk.ts';
import type { Act, ActPlan } from './act.ts';
import { planMerge, planMove, planNewHead, planSplit } from './household-acts.ts';
import { planRenumber } from './renumber.ts';

/**
 * What an act would write, and what stands against it. Nothing is changed: the same answer is the preview.
 * @param today civil day, "yyyy-mm-dd"
 */
export function planAct(folk: Folk, act: Act, today: string): ActPlan {
  switch (act.is) {
    case 'newHead':
      return planNewHead(folk, act, today);
    case 'split':
      return planSplit(folk, act, today);
    case 'merge':
      return planMerge(folk, act, today);
    case 'move':
      return planMove(folk, act, today);
    case 'renumber':
      return planRenumber(folk, act, today);
  }
}
