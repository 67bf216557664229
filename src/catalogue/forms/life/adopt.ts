import type { FormDefinition } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { rowChecks, rowSecondHead } from '../../checks/edit/row.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { adoptChecks, adoptOutsideChecks } from '../../checks/life/adopt.ts';
import { grown, members } from '../../choices/members.ts';
import { adopt } from '../../records/life/adopt.ts';
import { person } from '../../records/person.ts';
import { formSet } from '../parts/form-set.ts';
import { cardLikeness, identityQuestions, relationQuestion, rowValues } from '../parts/person-row.ts';
import { ask, askAnyone, askOneOf, askSurely } from '../parts/questions.ts';
import { isCode, livesHere } from '../parts/rules.ts';
import { toldChanges } from '../parts/told-changes.ts';

const law =
  'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6 (con nuôi ghi là thay đổi, không phải trẻ sinh ra)';
const isTemporary = isCode('person.residence', 'temporary');
const age = { yearsFrom: { path: 'person.birthDate' }, to: { path: 'today' } } as const;

/** A child of the book: another household of the commune takes it in, or the one where it lives already. */
export const adoptForm: FormDefinition = {
  key: 'adopt',
  title: { vi: 'Được nhận làm con nuôi', en: 'Adopted' },
  help: {
    vi: 'Ghi trẻ đã có trong sổ được một hộ trong xã nhận làm con nuôi. Không tính là trẻ sinh ra; chỉ trẻ đang tạm trú mà từ nay ở hẳn thì tính là chuyển đến. Việc này chỉ hiện ở trang riêng của trẻ.',
    en: 'A child of the book that a household of the commune adopts. It does not count as a birth; as a move in only where a temporary resident comes to stay. It stands in the child’s own panel only.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  suits: { all: [livesHere, { not: { above: [age, { value: 17 }] } }] },
  law,
  checks: idsOf([...adoptChecks, rowSecondHead]),
  pages: [
    {
      key: 'adopt',
      title: { vi: 'Con nuôi và hộ nhận nuôi', en: 'Child and household' },
      questions: [
        askOneOf(members, adopt),
        ask(adopt, 'date'),
        { ...askAnyone(adopt, 'household'), startsAs: { path: 'household' } },
        { ...askSurely(adopt, 'residence'), when: isTemporary },
        relationQuestion,
        ask(adopt, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'adopt',
      kind: adopt.kind,
      place: 'household.place',
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        household: { field: 'household' },
        residence: {
          choose: [{ when: isTemporary, use: { field: 'residence' } }, { use: { value: 'usual_present' } }],
        },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
    {
      name: 'child',
      kind: person.kind,
      onto: { field: 'person' },
      values: { relation: { field: 'relation' } },
      changes: toldChanges({ date: { field: 'date' }, person: { field: 'person' } }),
    },
  ],
};

/** A child from outside the commune: a new row, counted as a move in. */
export const adoptOutsideForm: FormDefinition = {
  key: 'adopt_outside',
  title: { vi: 'Nhận con nuôi từ ngoài xã', en: 'Adoption from outside' },
  help: {
    vi: 'Ghi trẻ từ ngoài xã được hộ này nhận làm con nuôi. Trẻ có một dòng mới trong sổ và tính là chuyển đến. Việc nhận nuôi chỉ hiện ở trang riêng.',
    en: 'A child from outside the commune that this household adopts. The child gets a new row and counts as a move in. The adoption stands in the own panel only.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'parent',
  suits: { all: [livesHere, { not: { below: [age, { value: 18 }] } }] },
  law,
  checks: idsOf([...adoptOutsideChecks, ...rowChecks.filter(({ field }) => field !== 'marital')]),
  likenesses: [cardLikeness],
  pages: [
    {
      key: 'adopt',
      title: { vi: 'Việc nhận nuôi', en: 'The adoption' },
      questions: [
        {
          field: askField(adopt, 'parent', { isRequired: true }),
          choices: grown.key,
        },
        ask(adopt, 'date'),
        { field: askField(adopt, 'from', { label: { vi: 'Nơi đi', en: 'From' } }) },
        ask(adopt, 'note'),
      ],
    },
    { key: 'row', title: { vi: 'Con nuôi', en: 'The child' }, questions: identityQuestions },
    {
      key: 'place',
      title: { vi: 'Ở hộ này', en: 'In this household' },
      questions: [relationQuestion, askSurely(adopt, 'residence'), ask(person, 'education')],
    },
  ],
  writes: [
    { name: 'child', kind: person.kind, values: rowValues },
    {
      name: 'adopt',
      kind: adopt.kind,
      values: {
        date: { field: 'date' },
        person: { made: 'child' },
        parent: { field: 'parent' },
        household: { context: 'household.id' },
        residence: { field: 'residence' },
        from: { field: 'from' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
