import type { Condition } from '../../domain/condition.ts';
import type { FlowPart } from '../../domain/figure/indicator.ts';
import { isResident } from './is-resident.ts';

/** Of an effect on whom a fact names as spouse: married to its person, as far as the book knows, and not to somebody else since. */
export const isStillTheirSpouse: Condition = {
  all: [
    { is: [{ path: 'it.marital' }, { value: 'married' }] },
    { any: [{ unknown: { path: 'it.spouse' } }, { is: [{ path: 'it.spouse' }, { path: 'fact.person' }] }] },
  ],
};

/** Each spouse in the register who was resident when the day before closed: of one wedding none, one or two people. */
export function eachSpouse(fact: 'marriage' | 'divorce', is?: (who: string) => Condition): readonly FlowPart[] {
  return ['person', 'spouse'].map((subject) => ({
    fact,
    subject,
    seen: 'dayBefore',
    where: { all: [isResident(subject), ...(is === undefined ? [] : [is(subject)])] },
  }));
}

/** The couple, where she lived if she was resident, else where he did; `is` says more of the wedding. */
export function couple(is?: Condition): readonly FlowPart[] {
  const parts = (sex: string): readonly FlowPart[] =>
    eachSpouse('marriage', (who) => ({ all: [{ is: [{ path: `${who}.sex` }, { value: sex }] }, ...(is ? [is] : [])] }));
  const any = eachSpouse('marriage', () => ({ all: is ? [is] : [] }));
  return [...parts('female'), ...parts('male'), ...any];
}
