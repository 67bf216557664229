import { anyone, type FormDefinition } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { editCoupleChecks } from '../../checks/edit/couple.ts';
import { editDateCheck } from '../../checks/edit/household.ts';
import { bornChecks, parentChecks, selfParentChecks } from '../../checks/edit/person.ts';
import { birthDateChecks, cardChecks, relationChecks, youngMarried } from '../../checks/edit/row.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { members } from '../../choices/members.ts';
import { birth } from '../../records/life/birth.ts';
import { changeInfo } from '../../records/move/change-info.ts';
import { person } from '../../records/person.ts';
import { editedCouple } from '../parts/couple.ts';
import { formSet } from '../parts/form-set.ts';
import { cardLikeness } from '../parts/person-row.ts';
import { askAnew, askOneOf, askSurely, correctionQuestion } from '../parts/questions.ts';
import { isNo, isYes } from '../parts/rules.ts';
import { dateOfEdit, toldChanges } from '../parts/told-changes.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6 "Thay đổi thông tin cơ bản"';

const why = {
  key: 'why',
  title: { vi: 'Thay đổi hay sửa chỗ sai', en: 'A change, or a mistake mended' },
  questions: [
    askOneOf(members, changeInfo),
    correctionQuestion,
    {
      ...askSurely(changeInfo, 'date', { vi: 'Thay đổi từ ngày', en: 'Changed on' }),
      startsAs: { path: 'today' },
      when: isNo('isCorrection'),
    },
  ],
} as const;

const told = toldChanges({
  date: dateOfEdit,
  person: { field: 'person' },
  isCorrection: { field: 'isCorrection' },
  asked: { context: 'asked' },
});

function anew(keys: readonly string[]) {
  return keys.map((key) => askAnew(person, key, 'person'));
}

function answered(keys: readonly string[]) {
  return Object.fromEntries(keys.map((key) => [key, { field: key }]));
}

const identity = ['fullName', 'sex', 'birthDate', 'birthDateSaid', 'ethnicity'] as const;
const kin = [
  { key: 'mother', sex: 'female' },
  { key: 'father', sex: 'male' },
] as const;
const standing = ['relation', 'education', 'phone'] as const;
const fields = [...identity, ...standing, ...kin.map(({ key }) => key), 'note'];

/** Marriage and death are events; a status that was written wrongly from the start is mended here. */
const isMended = {
  all: [
    isYes('isCorrection'),
    { not: { unknown: { path: 'marital' } } },
    { not: { is: [{ path: 'marital' }, { path: 'person.marital' }] } },
  ],
} as const;

/** Who turns out to be single or divorced has no spouse in the book. */
const isParted = { all: [isMended, { oneOf: [{ path: 'marital' }, ['single', 'divorced']] }] } as const;

export const personEditForm: FormDefinition = {
  key: 'person_edit',
  title: { vi: 'Thay đổi thông tin của một người', en: 'Change of basic information' },
  help: {
    vi: 'Sửa dòng của một người trong sổ; ô nào không đổi thì để nguyên. Thay đổi thật thì ghi ngày thay đổi và vào bảng 6 của phiếu P0; sửa chỗ ghi sai thì không. Kết hôn, ly hôn, chuyển đi, chết ghi ở “Ghi biến động”.',
    en: 'Change a person’s row; leave alone what stays as it is. A real change has a date and goes into table 6 of the P0; a mended mistake does not. Marriage, divorce, moves and deaths are events.',
  },
  ...formSet,
  shown: 'edit',
  subject: 'person',
  law,
  checks: idsOf([
    editDateCheck,
    ...birthDateChecks,
    youngMarried,
    ...relationChecks,
    ...parentChecks,
    ...selfParentChecks,
    ...bornChecks,
    ...editCoupleChecks,
  ]),
  pages: [
    why,
    { key: 'identity', title: { vi: 'Họ tên, ngày sinh', en: 'Name and birth' }, questions: anew(identity) },
    {
      key: 'standing',
      title: { vi: 'Trong hộ', en: 'In the household' },
      questions: [
        ...anew(standing),
        { field: askField(person, 'marital'), startsAs: { path: 'person.marital' }, when: isYes('isCorrection') },
        askAnew(person, 'note', 'person'),
      ],
    },
    {
      key: 'kin',
      title: { vi: 'Vợ chồng, cha mẹ', en: 'Spouse and parents' },
      questions: [
        { ...askAnew(person, 'spouse', 'person'), choices: anyone },
        ...kin.map(({ key, sex }) => ({ ...askAnew(person, key, 'person'), choices: anyone, sex })),
      ],
    },
  ],
  writes: [
    { name: 'person', kind: person.kind, onto: { field: 'person' }, values: answered(fields), changes: told },
    {
      name: 'marital',
      kind: changeInfo.kind,
      when: isMended,
      values: {
        ...told.values,
        field: { value: 'marital' },
        old: { context: 'person.marital' },
        new: { field: 'marital' },
      },
    },
    {
      // The child's own birth counts on the day that the birth date says.
      name: 'birth',
      kind: birth.kind,
      when: { complete: { path: 'birthDate' } },
      again: { names: 'child', record: { field: 'person' }, replaces: 'replaces' },
      values: { date: { field: 'birthDate' } },
    },
    editedCouple({ isMended, isParted, date: dateOfEdit }),
  ],
};

/** What stands in the own panel only. */
export const personPrivateForm: FormDefinition = {
  key: 'person_private',
  title: { vi: 'Thông tin riêng', en: 'Private information' },
  help: {
    vi: 'Số thẻ BHYT và mong muốn liên lạc của người này. Chỉ hiện ở trang riêng, mỗi lần xem đều được ghi lại. Ai không muốn gọi điện hay nhắn tin thì làm đúng như họ muốn.',
    en: 'The insurance number and how this person wants to be reached. Shown in the own panel only, and each look is logged. Respect what they wish.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  law: `${law}; Luật 91/2025/QH15`,
  checks: idsOf([editDateCheck, ...cardChecks]),
  likenesses: [cardLikeness],
  pages: [
    why,
    {
      key: 'private',
      title: { vi: 'Thông tin riêng', en: 'Private information' },
      questions: anew(['insuranceNo', 'contactWish', 'phone']),
    },
  ],
  writes: [
    {
      name: 'person',
      kind: person.kind,
      onto: { field: 'person' },
      values: answered(['insuranceNo', 'contactWish', 'phone']),
      changes: told,
    },
  ],
};
