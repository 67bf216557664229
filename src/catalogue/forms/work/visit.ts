import type { FormDefinition } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { visitChecks } from '../../checks/work/visit.ts';
import { members } from '../../choices/members.ts';
import { visit } from '../../records/work/visit.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askToday } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';

const law = 'Thông tư 02/2021/TT-BYT (nhiệm vụ của cộng tác viên dân số)';

export const visitForm: FormDefinition = {
  key: 'visit',
  title: { vi: 'Thăm hộ, gọi điện, tư vấn', en: 'Visit, call or talk' },
  help: {
    vi: 'Ghi lần thăm, gọi điện hoặc tư vấn với hộ này. Chỉ ghi đã nói về việc gì, không ghi điều nghe được. Có biến động thì ghi thêm ở “Ghi biến động”.',
    en: 'Record a visit, a call or a talk with this household. Only what it was about, not what was heard. Events are recorded apart.',
  },
  ...formSet,
  shown: 'work',
  subject: 'person',
  suits: livesHere,
  forMany: true,
  law,
  checks: idsOf(visitChecks),
  pages: [
    {
      key: 'visit',
      title: { vi: 'Thăm, gọi, tư vấn', en: 'The visit' },
      questions: [
        ask(visit, 'kind'),
        askToday(visit),
        ask(visit, 'topics'),
        { ...ask(visit, 'person'), choices: members.key },
        ask(visit, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'visit',
      kind: visit.kind,
      values: {
        date: { field: 'date' },
        household: { context: 'household.id' },
        person: { field: 'person' },
        kind: { field: 'kind' },
        topics: { field: 'topics' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};

/** A talk to many at once is nobody's household's. */
export const talkForm: FormDefinition = {
  key: 'talk',
  title: { vi: 'Nói chuyện, tư vấn nhóm', en: 'Talk to a group' },
  help: {
    vi: 'Ghi buổi nói chuyện hoặc tư vấn nhóm ở thôn. Ghi nội dung và số người dự, không ghi tên. Thăm riêng từng hộ thì ghi ở trang của hộ.',
    en: 'Record a talk to a group in the village. What it was about and how many came, no names. A visit to one household is recorded there.',
  },
  ...formSet,
  asks: 'village',
  shown: 'work',
  law,
  checks: idsOf(visitChecks),
  pages: [
    {
      key: 'talk',
      title: { vi: 'Buổi nói chuyện', en: 'The talk' },
      questions: [askToday(visit), ask(visit, 'topics'), ask(visit, 'people'), ask(visit, 'note')],
    },
  ],
  writes: [
    {
      name: 'talk',
      kind: visit.kind,
      values: {
        date: { field: 'date' },
        kind: { value: 'talk' },
        topics: { field: 'topics' },
        people: { field: 'people' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
