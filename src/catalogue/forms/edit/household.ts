import type { FormDefinition, Question, WriteSources } from '../../../domain/form/form.ts';
import { editDateCheck, householdUnnamed, numberTaken } from '../../checks/edit/household.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { household } from '../../records/household.ts';
import { changeInfo } from '../../records/move/change-info.ts';
import { entered } from '../../records/work/entered.ts';
import { isKnown } from '../../rules/spans.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askAnew, askSurely, correctionQuestion } from '../parts/questions.ts';
import { isNo, isSame } from '../parts/rules.ts';
import { dateOfEdit, toldChanges } from '../parts/told-changes.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, phần thông tin hộ';
const fields = ['number', 'area', 'address', 'kind', 'poor', 'phone', 'note'] as const;
export const numberLikeness = {
  name: 'number',
  kind: household.kind,
  same: { number: 'number' },
  inNumberingArea: true,
} as const;

export const numberQuestion: Question = {
  ...ask(household, 'number'),
  hint: { vi: 'Để trống nếu cán bộ xã đánh số sau', en: 'Leave blank if the officer numbers later' },
};

/** Asked while nothing else names the household. */
export const isUnnumbered: Question = {
  field: {
    key: 'isUnnumbered',
    label: { vi: 'Hộ này chưa có số', en: 'This household has no number yet' },
    type: { is: 'boolean' },
  },
  hint: { vi: 'Khi chưa biết cả hộ số và địa chỉ', en: 'When neither number nor address is known' },
  when: { all: [{ unknown: { path: 'number' } }, { unknown: { path: 'address' } }] },
};

const answered: WriteSources = Object.fromEntries(fields.map((key) => [key, { field: key }]));

/** Old numbers stay searchable: a changed number joins them. */
const formerNumbers: WriteSources = {
  formerNumbers: {
    choose: [
      {
        when: { all: [isKnown('household.number'), { not: isSame('number', 'household.number') }] },
        use: { marks: [{ context: 'household.formerNumbers' }, { context: 'household.number' }] },
      },
    ],
  },
};

export const householdNewForm: FormDefinition = {
  key: 'household_new',
  title: { vi: 'Lập hộ mới', en: 'New household' },
  help: {
    vi: 'Lập một trang sổ mới ở thôn này. Hộ số chạy liên tục trong địa bàn; chưa biết thì để trống, cán bộ xã đánh sau. Lập xong thì ghi từng người vào hộ.',
    en: 'A new sheet in this village. Numbers run within the numbering area; leave it blank if the officer numbers later. Then add the people.',
  },
  ...formSet,
  asks: 'village',
  shown: 'edit',
  law,
  checks: idsOf([householdUnnamed, numberTaken]),
  likenesses: [numberLikeness],
  pages: [
    {
      key: 'household',
      title: { vi: 'Hộ', en: 'Household' },
      questions: [numberQuestion, ask(household, 'address'), isUnnumbered, askSurely(household, 'kind')],
    },
    {
      key: 'more',
      title: { vi: 'Thông tin khác của hộ', en: 'More about the household' },
      questions: (['area', 'poor', 'phone', 'note'] as const).map((key) => ask(household, key)),
    },
  ],
  writes: [
    { name: 'household', kind: household.kind, values: answered },
    {
      name: 'entered',
      kind: entered.kind,
      values: { date: { context: 'today' }, household: { made: 'household' }, asked: { context: 'asked' } },
    },
  ],
};

export const householdEditForm: FormDefinition = {
  key: 'household_edit',
  title: { vi: 'Sửa thông tin hộ', en: 'Change the household' },
  help: {
    vi: 'Sửa hộ số, địa chỉ, loại hộ, hộ nghèo, số điện thoại; ô nào không đổi thì để nguyên. Số cũ của hộ vẫn tìm được. Đổi chủ hộ, tách hộ, nhập hộ có mục riêng.',
    en: 'Change the number, address, kind, poverty status or phone; leave alone what stays as it is. The old number can still be found. Change of head, split and merge stand apart.',
  },
  ...formSet,
  shown: 'edit',
  law,
  checks: idsOf([numberTaken, editDateCheck]),
  likenesses: [numberLikeness],
  pages: [
    {
      key: 'household',
      title: { vi: 'Hộ', en: 'Household' },
      questions: fields.map((key) => askAnew(household, key, 'household')),
    },
    {
      key: 'why',
      title: { vi: 'Thay đổi hay sửa chỗ sai', en: 'A change, or a mistake mended' },
      questions: [
        correctionQuestion,
        {
          ...askSurely(changeInfo, 'date', { vi: 'Thay đổi từ ngày', en: 'Changed on' }),
          startsAs: { path: 'today' },
          when: isNo('isCorrection'),
        },
      ],
    },
  ],
  writes: [
    {
      name: 'household',
      kind: household.kind,
      onto: { context: 'household.id' },
      values: { ...answered, ...formerNumbers },
      changes: toldChanges({
        date: dateOfEdit,
        household: { context: 'household.id' },
        isCorrection: { field: 'isCorrection' },
        asked: { context: 'asked' },
      }),
    },
  ],
};
