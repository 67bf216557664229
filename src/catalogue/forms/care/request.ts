import type { FormDefinition } from '../../../domain/form/form.ts';
import { requestAnswerChecks, requestChecks } from '../../checks/care/request.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { members } from '../../choices/members.ts';
import { request } from '../../records/care/request.ts';
import { requestAnswer } from '../../records/care/request-answer.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askOneOf, askToday } from '../parts/questions.ts';

export const requestForm: FormDefinition = {
  key: 'request',
  title: request.label,
  help: {
    vi: 'Ghi điều người dân muốn sửa hoặc xóa trong sổ về chính mình, đúng lời họ nói. Chỉ hiện ở trang riêng của người ấy. Cán bộ xã được nhắc để trả lời.',
    en: 'What a person wants corrected or deleted about herself, in her own words. It stands in her own panel only. The officer is reminded to answer.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  law: request.law,
  checks: idsOf(requestChecks),
  pages: [
    {
      key: 'request',
      title: request.label,
      questions: [askOneOf(members, request), askToday(request), ask(request, 'wish')],
    },
  ],
  writes: [
    {
      name: 'request',
      kind: request.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        wish: { field: 'wish' },
        asked: { context: 'asked' },
      },
    },
  ],
};

export const requestAnswerForm: FormDefinition = {
  key: 'request_answer',
  title: requestAnswer.label,
  help: {
    vi: 'Ghi khi đã làm xong hoặc đã trả lời đề nghị của người này. Việc nhắc cán bộ hết từ đó. Chỗ cần sửa, cần rút lại thì làm trước ở đúng mục của nó.',
    en: 'The request of this person was acted on or answered. The reminder ends with it. What must be corrected or taken back is done first in its own place.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  roles: ['officer'],
  law: requestAnswer.law,
  checks: idsOf(requestAnswerChecks),
  pages: [
    {
      key: 'answer',
      title: requestAnswer.label,
      questions: [
        askOneOf(members, requestAnswer),
        askToday(requestAnswer),
        ask(requestAnswer, 'outcome'),
        ask(requestAnswer, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'answer',
      kind: requestAnswer.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        outcome: { field: 'outcome' },
        answers: { context: 'person.ongoing.request' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
