import type { Condition } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';

/**
 * Of one day the coming counts first: who left on it would be gone all the same.
 * @param who field that names who comes
 * @param comes where the form does not always bring somebody
 */
export function leftThatDay(id: string, who = 'person', comes?: Condition): Check {
  const left: Condition = {
    any: ['move_out', 'review_remove'].map((kind) => ({
      is: [{ path: 'date' }, { path: `${who}.last.${kind}.person` }],
    })),
  };
  return {
    id,
    strength: 'stop',
    field: 'date',
    when: comes === undefined ? left : { all: [comes, left] },
    message: {
      vi: 'Sổ ghi người này đi đúng ngày đó. Ghi đi là nhầm thì rút lại lần ghi ấy; đi thật thì ghi ngày về sau đó',
      en: 'By the book this person left on that very day. If that is wrong, take it back; if not, the return is on a later day',
    },
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I (tình trạng cư trú) và Mục III (thay đổi)',
  };
}
