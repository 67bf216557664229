import type { Condition } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import type { Words } from '../../../domain/words.ts';

interface Coming {
  readonly id: string;
  /** The household: where the form is asked, or an answer that names one. */
  readonly home: 'household' | 'toHousehold';
  readonly who: 'person' | 'spouse';
  readonly message: Words;
  readonly law: string;
}

const isHead = (path: string): Condition => ({ is: [{ path }, { value: 'head' }] });

/** Somebody is to be head of a household that has one, or stays head on coming there. Who is that very head is no second one. */
export function secondHead({ home, who, ...said }: Coming): Check {
  const [answered, stands] = ['relation', `${who}.relation`];
  const isThatHead: Condition = {
    all: [
      isHead(stands),
      { is: [{ path: `${who}.now.household` }, { path: home }] },
      { is: [{ path: `${who}.now.status` }, { value: 'active' }] },
    ],
  };
  return {
    ...said,
    strength: 'ask',
    field: 'relation',
    when: {
      all: [
        { any: [isHead(answered), { all: [{ unknown: { path: answered } }, isHead(stands)] }] },
        { above: [{ path: `${home}.members.head` }, { value: 0 }] },
        { not: isThatHead },
      ],
    },
  };
}
