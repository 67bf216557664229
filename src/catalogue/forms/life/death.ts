import type { FormDefinition } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { deathChecks } from '../../checks/life/death.ts';
import { members } from '../../choices/members.ts';
import { death } from '../../records/life/death.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askOneOf } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';

export const deathForm: FormDefinition = {
  key: 'death',
  title: { vi: 'Chết', en: 'Death' },
  help: {
    vi: 'Ghi người của hộ đã chết, cả người tạm vắng và tạm trú. Vợ hoặc chồng của người ấy tự chuyển thành góa từ ngày đó. Người mất từ lâu mà sổ chưa ghi thì ghi đúng ngày mất.',
    en: 'Record the death of a person of the household, absent and temporary ones too. The spouse is widowed from that day by itself. For a death long ago, give its true date.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: livesHere,
  repeatsAs: { vi: 'Ghi đã mất', en: 'Record the death' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 3 "Người chết"',
  checks: idsOf(deathChecks),
  pages: [
    {
      key: 'death',
      title: { vi: 'Người chết', en: 'Who died' },
      questions: [askOneOf(members, death), ask(death, 'date'), ask(death, 'note')],
    },
  ],
  writes: [
    {
      name: 'death',
      kind: death.kind,
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
