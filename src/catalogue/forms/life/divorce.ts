import type { FormDefinition } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { divorceChecks } from '../../checks/life/divorce.ts';
import { married } from '../../choices/members.ts';
import { divorce } from '../../records/life/divorce.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askOneOf } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';

export const divorceForm: FormDefinition = {
  key: 'divorce',
  title: { vi: 'Ly hôn', en: 'Divorce' },
  help: {
    vi: 'Ghi khi tòa án đã cho ly hôn. Chọn một trong hai người; người kia, nếu có trong sổ, tự chuyển thành ly hôn. Ai chuyển đi thì ghi thêm “Chuyển đi khỏi xã” hoặc “Chuyển trong xã”.',
    en: 'Record it once the court has granted the divorce. Choose one of the two; the other, if in the book, follows by itself. Whoever moves away is recorded by a move.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: livesHere,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6',
  checks: idsOf(divorceChecks),
  pages: [
    {
      key: 'divorce',
      title: { vi: 'Người ly hôn', en: 'Who divorced' },
      questions: [askOneOf(married, divorce), ask(divorce, 'date'), ask(divorce, 'note')],
    },
  ],
  writes: [
    {
      name: 'divorce',
      kind: divorce.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        spouse: { context: 'person.spouse' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
