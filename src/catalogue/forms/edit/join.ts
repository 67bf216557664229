import type { FormDefinition } from '../../../domain/form/form.ts';
import { joinChecks } from '../../checks/edit/join.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { members } from '../../choices/members.ts';
import { alias } from '../../records/work/alias.ts';
import { formSet } from '../parts/form-set.ts';
import { askAnyone, askOneOf, askToday } from '../parts/questions.ts';

/** Both lines become one person; taking it back makes them two again. */
export const joinForm: FormDefinition = {
  key: 'join',
  title: { vi: 'Ghép hai bản ghi của một người', en: 'Join two records of one person' },
  help: {
    vi: 'Dùng khi một người được ghi hai dòng trong sổ. Từ đó hai dòng là một người và chỉ tính một lần. Ghép nhầm thì rút lại, hai dòng trở về như trước.',
    en: 'For a person who was written down twice. From then on both lines are one person, counted once. If it was wrong, take it back and they are two again.',
  },
  ...formSet,
  shown: 'edit',
  subject: 'person',
  law: 'Sổ A0/CTV ghi mỗi người một dòng (Thông tư 01/2022/TT-BYT, Phụ lục I)',
  checks: idsOf(joinChecks),
  pages: [
    {
      key: 'join',
      title: { vi: 'Hai bản ghi', en: 'The two records' },
      questions: [askOneOf(members, alias), askAnyone(alias, 'other'), askToday(alias)],
    },
  ],
  writes: [
    {
      name: 'alias',
      kind: alias.kind,
      values: {
        person: { field: 'person' },
        other: { field: 'other' },
        date: { field: 'date' },
        asked: { context: 'asked' },
      },
    },
  ],
};
