import type { ChoiceList } from '../../domain/catalogue.ts';
import type { Operand } from '../../domain/condition.ts';

const age: Operand = { yearsFrom: { path: 'it.birthDate' }, to: { path: 'today' } };

/** Women of the household who may have given birth: 10 to 55 first, then the older and those of an unknown age; no child. */
export const mothers: ChoiceList = {
  key: 'mothers',
  kind: 'person',
  where: {
    all: [
      { is: [{ path: 'it.sex' }, { value: 'female' }] },
      { is: [{ path: 'it.status' }, { value: 'active' }] },
      { not: { below: [age, { value: 10 }] } },
    ],
  },
  first: { not: { any: [{ above: [age, { value: 55 }] }, { unknown: age }] } },
  note: 'birthDate',
};
