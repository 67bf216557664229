import type { FormDefinition } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { moveInternalChecks } from '../../checks/move/moves.ts';
import { members } from '../../choices/members.ts';
import { moveInternal } from '../../records/move/move-internal.ts';
import { person } from '../../records/person.ts';
import { isKnown } from '../../rules/spans.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askAnyone, askSeveralOf } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';
import { toldChanges } from '../parts/told-changes.ts';

export const moveInternalForm: FormDefinition = {
  key: 'move_internal',
  title: { vi: 'Chuyển trong xã', en: 'Move within the commune' },
  help: {
    vi: 'Ghi người sang ở hộ khác trong xã, cùng thôn hay khác thôn. Không tính là chuyển đi hay chuyển đến của xã. Hộ mới chưa có trong sổ thì lập hộ mới trước, hoặc dùng “Tách hộ”.',
    en: 'Record who goes to another household of the commune, in this village or another. It counts neither as leaving nor as arriving. A household that is not in the book yet is added first, or use “Split”.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: livesHere,
  forMany: true,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục III (chuyển trong xã không phải chuyển đi khỏi xã)',
  checks: idsOf(moveInternalChecks),
  pages: [
    {
      key: 'move',
      title: { vi: 'Ai sang hộ nào', en: 'Who goes where' },
      questions: [
        askSeveralOf(members, moveInternal),
        ask(moveInternal, 'date'),
        askAnyone(moveInternal, 'toHousehold'),
        {
          field: askField(person, 'relation', {
            label: { vi: 'Quan hệ với chủ hộ mới', en: 'Relation to the new head' },
          }),
          hint: { vi: 'Để trống nếu giữ như cũ', en: 'Leave blank if it stays as it is' },
        },
        ask(moveInternal, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'move',
      kind: moveInternal.kind,
      place: 'toHousehold.place',
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        toHousehold: { field: 'toHousehold' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
    {
      name: 'relation',
      kind: person.kind,
      when: isKnown('relation'),
      onto: { field: 'person' },
      values: { relation: { field: 'relation' } },
      changes: toldChanges({ date: { field: 'date' }, person: { field: 'person' } }),
    },
  ],
};
