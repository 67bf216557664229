import type { ChoiceList } from '../../domain/catalogue.ts';
import type { Operand } from '../../domain/condition.ts';

const age: Operand = { yearsFrom: { path: 'it.birthDate' }, to: { path: 'today' } };

/** Women of the household; those who may well have given birth (10–55) stand first, nobody is hidden. */
export const mothers: ChoiceList = {
  key: 'mothers',
  kind: 'person',
  where: {
    all: [{ is: [{ path: 'it.sex' }, { value: 'female' }] }, { is: [{ path: 'it.status' }, { value: 'active' }] }],
  },
  first: { not: { any: [{ below: [age, { value: 10 }] }, { above: [age, { value: 55 }] }, { unknown: age }] } },
  note: 'birthDate',
};
