import type { ChoiceList } from '../../domain/catalogue.ts';
import type { Condition, Operand } from '../../domain/condition.ts';

const age: Operand = { yearsFrom: { path: 'it.birthDate' }, to: { path: 'today' } };
const isHere: Condition = { is: [{ path: 'it.status' }, { value: 'active' }] };
/** Gone so lately that a birth may be told after it: who died in childbirth, who left with the child unwritten. */
const isLatelyGone: Condition = { above: [{ after: { path: 'ended' }, years: 1 }, { path: 'today' }] };

/**
 * Women of the household who may have given birth: 10 to 55 first, then the older and those of an unknown age, last who
 * died or left within a year; no child.
 */
export const mothers: ChoiceList = {
  key: 'mothers',
  kind: 'person',
  where: {
    all: [
      { is: [{ path: 'it.sex' }, { value: 'female' }] },
      { any: [isHere, isLatelyGone] },
      { not: { below: [age, { value: 10 }] } },
    ],
  },
  first: { all: [isHere, { not: { any: [{ above: [age, { value: 55 }] }, { unknown: age }] } }] },
  note: 'birthDate',
};

/** Men of the household who may be a child's father. */
export const fathers: ChoiceList = {
  key: 'fathers',
  kind: 'person',
  where: {
    all: [{ is: [{ path: 'it.sex' }, { value: 'male' }] }, isHere, { not: { below: [age, { value: 15 }] } }],
  },
  first: { below: [age, { value: 60 }] },
  note: 'birthDate',
};
