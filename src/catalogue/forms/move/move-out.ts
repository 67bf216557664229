import type { FormDefinition } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { moveOutChecks } from '../../checks/move/moves.ts';
import { members } from '../../choices/members.ts';
import { moveOut } from '../../records/move/move-out.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askSeveralOf } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';

export const moveOutForm: FormDefinition = {
  key: 'move_out',
  title: { vi: 'Chuyển đi khỏi xã', en: 'Move out of the commune' },
  help: {
    vi: 'Ghi người đã đi hẳn khỏi xã; cả hộ đi thì chọn hết mọi người. Chưa đi thật, dù đã có giấy, thì chưa ghi. Chỉ đi vắng một thời gian thì ghi “Tạm vắng”, sang hộ khác trong xã thì ghi “Chuyển trong xã”.',
    en: 'Record who has left the commune for good; if the whole household goes, choose everybody. Who has the papers but is still here is not recorded yet. Away for a time is “Away”; to another household of the commune is a move within it.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: livesHere,
  forMany: true,
  repeatsAs: { vi: 'Ghi chuyển đi', en: 'Record the leaving' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 5 "Chuyển đi khỏi xã"',
  checks: idsOf(moveOutChecks),
  pages: [
    {
      key: 'leaving',
      title: { vi: 'Người chuyển đi', en: 'Who moves out' },
      questions: [askSeveralOf(members, moveOut), ask(moveOut, 'date'), ask(moveOut, 'to'), ask(moveOut, 'note')],
    },
  ],
  writes: [
    {
      name: 'leaving',
      kind: moveOut.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        to: { field: 'to' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
