import type { FormDefinition } from '../../../domain/form/form.ts';
import { elderCheckChecks } from '../../checks/care/elder.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { elders } from '../../choices/members.ts';
import { elderCheck } from '../../records/care/elder-check.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askSeveralOf } from '../parts/questions.ts';

export const elderCheckForm: FormDefinition = {
  key: 'elder_check',
  title: { vi: 'Khám sức khỏe người cao tuổi', en: 'Elder check-up' },
  help: {
    vi: 'Ghi người từ đủ 60 tuổi đã được khám sức khỏe định kỳ. Mỗi năm mỗi người tính một lần, lần khám đầu tiên. Ngày khám tập trung thì ghi theo danh sách, chọn hết những người đã khám.',
    en: 'Record a health check-up of somebody aged 60 or more. Each person counts once a year, at the first check. After a check-up day, record by list and tick everybody.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: {
    all: [
      { is: [{ path: 'person.status' }, { value: 'active' }] },
      { not: { below: [{ yearsFrom: { path: 'person.birthDate' }, to: { path: 'today' } }, { value: 60 }] } },
    ],
  },
  forMany: true,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 11; Luật Người cao tuổi, Điều 12',
  checks: idsOf(elderCheckChecks),
  pages: [
    {
      key: 'check',
      title: { vi: 'Lần khám', en: 'The check-up' },
      questions: [
        askSeveralOf(elders, elderCheck),
        ask(elderCheck, 'date'),
        ask(elderCheck, 'performedAt'),
        ask(elderCheck, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'check',
      kind: elderCheck.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        performedAt: { field: 'performedAt' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
