import type { FormDefinition } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { newbornScreenChecks, prenatalScreenChecks } from '../../checks/care/pregnancy.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { infants, women } from '../../choices/members.ts';
import { newbornScreen } from '../../records/care/newborn-screen.ts';
import { prenatalScreen } from '../../records/care/prenatal-screen.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askSeveralOf } from '../parts/questions.ts';
import { isWoman, livesHere } from '../parts/rules.ts';

const prenatal = ['edward', 'down', 'patau', 'thalassemia'] as const;
const newborn = ['hypothyroid', 'g6pd', 'cah', 'hearing', 'heart'] as const;

function answered(keys: readonly string[]) {
  return Object.fromEntries(keys.map((key) => [key, { field: key }]));
}

export const prenatalScreenForm: FormDefinition = {
  key: 'prenatal_screen',
  title: { vi: 'Sàng lọc trước sinh', en: 'Prenatal screening' },
  help: {
    vi: 'Ghi từng lần sàng lọc, thường ở tuần 12 và tuần 21. Bệnh nào không làm thì để trống; đủ bốn bệnh mới tính là sàng lọc đầy đủ. Việc này chỉ hiện ở trang riêng của từng chị; danh sách của cơ sở y tế thì ghi theo danh sách.',
    en: 'Record each screen, mostly in week 12 and week 21. Leave blank what was not tested; only all four diseases make a full screen. It stands in the woman’s own panel only.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  suits: isWoman(10, 59),
  forMany: true,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 10 "Sàng lọc trước sinh"',
  checks: idsOf(prenatalScreenChecks),
  pages: [
    {
      key: 'screen',
      title: { vi: 'Lần sàng lọc', en: 'The screen' },
      questions: [
        askSeveralOf(women, prenatalScreen),
        ask(prenatalScreen, 'date'),
        {
          field: askField(prenatalScreen, 'week', { isRequired: true }),
          hint: { vi: 'Phiếu P0 có hai dòng: tuần 12 và tuần 21', en: 'The P0 has two rows: week 12 and week 21' },
        },
        ask(prenatalScreen, 'performedAt'),
        ask(prenatalScreen, 'note'),
      ],
    },
    {
      key: 'results',
      title: { vi: 'Bốn bệnh', en: 'Four diseases' },
      questions: prenatal.map((key) => ask(prenatalScreen, key)),
    },
  ],
  writes: [
    {
      name: 'screen',
      kind: prenatalScreen.kind,
      values: {
        ...answered(['date', 'person', 'week', ...prenatal, 'performedAt', 'note']),
        asked: { context: 'asked' },
      },
    },
  ],
};

export const newbornScreenForm: FormDefinition = {
  key: 'newborn_screen',
  title: { vi: 'Sàng lọc sơ sinh', en: 'Newborn screening' },
  help: {
    vi: 'Ghi kết quả sàng lọc của trẻ mới sinh, theo giấy của cơ sở y tế. Bệnh nào không làm thì để trống; đủ năm bệnh mới tính là sàng lọc đầy đủ. Nhiều trẻ cùng một kết quả thì ghi theo danh sách.',
    en: 'Record a newborn’s screen from the facility’s paper. Leave blank what was not tested; only all five make a full screen. Several children with the same result can be recorded by list.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  suits: {
    all: [
      livesHere,
      { not: { above: [{ yearsFrom: { path: 'person.birthDate' }, to: { path: 'today' } }, { value: 5 }] } },
    ],
  },
  forMany: true,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 2 "Sàng lọc sơ sinh"',
  checks: idsOf(newbornScreenChecks),
  pages: [
    {
      key: 'screen',
      title: { vi: 'Lần sàng lọc', en: 'The screen' },
      questions: [
        askSeveralOf(infants, newbornScreen),
        ask(newbornScreen, 'date'),
        ask(newbornScreen, 'performedAt'),
        ask(newbornScreen, 'note'),
      ],
    },
    {
      key: 'results',
      title: { vi: 'Năm bệnh', en: 'Five diseases' },
      questions: newborn.map((key) => ask(newbornScreen, key)),
    },
  ],
  writes: [
    {
      name: 'screen',
      kind: newbornScreen.kind,
      values: { ...answered(['date', 'person', ...newborn, 'performedAt', 'note']), asked: { context: 'asked' } },
    },
  ],
};
