import type { Condition } from '../../../domain/condition.ts';
import type { FormDefinition, FormWrite, Question, WriteSource } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { birthChecks } from '../../checks/life/birth.ts';
import { nth } from '../../checks/nth.ts';
import { fathers, mothers } from '../../choices/mothers.ts';
import { birth } from '../../records/life/birth.ts';
import { moveInternal } from '../../records/move/move-internal.ts';
import { person } from '../../records/person.ts';
import { isKnown } from '../../rules/spans.ts';
import { formSet } from '../parts/form-set.ts';
import { relationQuestion } from '../parts/person-row.ts';
import { ask, askAside, askIfKnown, askSurely } from '../parts/questions.ts';
import { isWoman, isYes } from '../parts/rules.ts';

/** She is in no book: known by name and year, or not at all. */
const isStranger: Condition = { emptied: 'mother' };

/** What the child is to the head follows from what its mother is; unknown stays blank. */
const relationOfChild: WriteSource = {
  choose: [
    { when: isStranger, use: { field: 'relation' } },
    { when: { oneOf: [{ path: 'mother.relation' }, ['head', 'spouse']] }, use: { value: 'child' } },
    {
      when: { oneOf: [{ path: 'mother.relation' }, ['child', 'adopted', 'daughter_in_law']] },
      use: { value: 'grandchild' },
    },
    { when: isKnown('mother.relation'), use: { value: 'other' } },
  ],
};

/** The book writes "Trai" or "Gái" for a newborn without a name. */
function nameOfChild(name: string, sex: string): WriteSource {
  return {
    choose: [
      { when: isKnown(name), use: { field: name } },
      { when: { is: [{ path: sex }, { value: 'male' }] }, use: { value: 'Trai' } },
      { use: { value: 'Gái' } },
    ],
  };
}

/** What was answered, and else what the mother's own line says: left unknown on purpose it stays so. */
function answeredOr(field: string, path: string): WriteSource {
  const isAnswered: Condition = { any: [isKnown(field), { emptied: field }] };
  return { choose: [{ when: isAnswered, use: { field } }, { use: { context: path } }] };
}

const order: WriteSource = {
  choose: [{ when: isStranger, use: { field: 'orderIfKnown' } }, { use: { field: 'order' } }],
};
/** Another child of the same delivery that was written apart; it may stand in the book without a birth. */
const twin = 'mother.near.birth.mother.on';
const hasTwin = isKnown('mother.deliveries.on');
const firstOrder: WriteSource = {
  choose: [
    { when: { below: [{ path: 'order' }, { path: `${twin}.order` }] }, use: order },
    { when: isKnown(`${twin}.firstOrder`), use: { context: `${twin}.firstOrder` } },
    { when: isKnown(`${twin}.order`), use: { context: `${twin}.order` } },
    { when: hasTwin, use: { context: 'mother.children.next' } },
    { when: isYes('multiple'), use: order },
  ],
};

/** A child and its birth. Twins are counted on: the second of a delivery is one further than the first. */
function childWrites(place: number, when?: FormWrite['when']): readonly FormWrite[] {
  const [child, name, sex] = [nth('child', place), nth('fullName', place), nth('sex', place)];
  const asked = when === undefined ? {} : { when };
  return [
    {
      name: child,
      kind: person.kind,
      ...asked,
      values: {
        fullName: nameOfChild(name, sex),
        sex: { field: sex },
        birthDate: { field: 'date' },
        relation: relationOfChild,
        mother: { field: 'mother' },
        father: answeredOr('father', 'mother.spouse'),
        ethnicity: answeredOr('ethnicity', 'mother.ethnicity'),
      },
    },
    {
      name: nth('birth', place),
      kind: birth.kind,
      ...asked,
      values: {
        date: { field: 'date' },
        child: { made: child },
        mother: { field: 'mother' },
        motherName: { field: 'motherName' },
        motherBirthDate: { field: 'motherBirthDate' },
        // Where the mother lived on that day: a birth told late counts there.
        household: {
          choose: [
            { when: isKnown('mother.household'), use: { context: 'mother.household' } },
            { use: { context: 'household.id' } },
          ],
        },
        order: place === 0 ? order : { sum: [order, { value: place }] },
        deliveryPlace: { field: 'deliveryPlace' },
        multiple: { choose: [{ when: hasTwin, use: { value: true } }, { use: { field: 'multiple' } }] },
        firstOrder,
        residence: {
          choose: [
            { when: { is: [{ path: 'mother.residence' }, { value: 'temporary' }] }, use: { value: 'temporary' } },
            { use: { value: 'usual_present' } },
          ],
        },
        asked: { context: 'asked' },
      },
    },
    {
      // Wherever in the book the mother has moved since, the child went along.
      name: nth('along', place),
      kind: moveInternal.kind,
      ...asked,
      each: { path: 'mother.moves', as: 'move' },
      place: 'move.toHousehold.place',
      values: {
        date: { context: 'move.date' },
        person: { made: child },
        toHousehold: { context: 'move.toHousehold' },
      },
    },
  ];
}

/** Name and sex of a further child. */
function childQuestions(place: number, ordinal: { readonly vi: string; readonly en: string }): readonly Question[] {
  const name = { vi: `Họ và tên con ${ordinal.vi}`, en: `Full name of the ${ordinal.en} child` };
  const sex = { vi: `Giới tính con ${ordinal.vi}`, en: `Sex of the ${ordinal.en} child` };
  return [
    {
      field: askField(person, 'fullName', { key: nth('fullName', place), label: name, isRequired: false }),
      hint: { vi: 'Chưa đặt tên thì để trống', en: 'Leave blank if not yet named' },
    },
    { field: askField(person, 'sex', { key: nth('sex', place), label: sex, isRequired: true }) },
  ];
}

function when(condition: Question['when'], questions: readonly Question[]): readonly Question[] {
  return questions.map((question) => ({ ...question, ...(condition && { when: condition }) }));
}

const hasSecond = isYes('multiple');
const hasThird = { all: [isYes('multiple'), isYes('hasThird')] };

export const birthForm: FormDefinition = {
  key: 'birth',
  title: { vi: 'Sinh', en: 'Birth' },
  help: {
    vi: 'Ghi trẻ sinh ra sống trong hộ này, cả khi sinh ở nơi khác hoặc mẹ không có trong sổ; ghi muộn thì trẻ tính vào thôn mẹ ở ngày đó. Con của người tạm trú vẫn ghi, nhưng không tính vào dân số. Con nuôi không ghi ở đây.',
    en: 'Record a child born alive to this household, wherever the birth took place, also of a mother who is not in the book; told late, it counts in the village where the mother lived on that day. A child of a temporary resident is recorded too, but not counted in the population. Adopted children are not recorded here.',
  },
  ...formSet,
  shown: 'events',
  subject: 'mother',
  // At 56 she was 55 a year ago: a birth that is written down late may still be hers.
  suits: isWoman(10, 56),
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1 "Trẻ sinh ra"',
  checks: idsOf(birthChecks),
  pages: [
    {
      key: 'child',
      title: { vi: 'Mẹ và con', en: 'Mother and child' },
      questions: [
        {
          field: askField(birth, 'mother', { isRequired: true }),
          choices: mothers.key,
          mayBeUnknown: { vi: 'Mẹ không có trong sổ này', en: 'The mother is not in this book' },
          brings: { ethnicity: { path: 'it.ethnicity' }, father: { path: 'it.spouse' } },
        },
        {
          ...ask(birth, 'motherName'),
          when: isStranger,
          hint: { vi: 'Trẻ bị bỏ rơi, không rõ mẹ thì để trống', en: 'Leave blank for a foundling' },
        },
        {
          ...ask(birth, 'motherBirthDate'),
          when: isStranger,
          hint: { vi: 'Không rõ ngày, tháng thì chỉ ghi năm', en: 'Only the year if day and month are not known' },
        },
        {
          field: askField(person, 'fullName', {
            label: { vi: 'Họ và tên con', en: "Child's full name" },
            isRequired: false,
          }),
          hint: { vi: 'Chưa đặt tên thì để trống', en: 'Leave blank if not yet named' },
        },
        askSurely(person, 'sex', { vi: 'Giới tính của con', en: "Child's sex" }),
        { field: askField(birth, 'date', { label: { vi: 'Ngày sinh của con', en: "Child's date of birth" } }) },
      ],
    },
    {
      key: 'delivery',
      title: { vi: 'Lần sinh', en: 'Delivery' },
      questions: [
        {
          ...askSurely(birth, 'order'),
          when: { not: isStranger },
          hint: { vi: 'Sinh đôi: ghi thứ tự của trẻ ra đầu tiên', en: 'Twins: the order of the first-born' },
        },
        { field: askField(birth, 'order', { key: 'orderIfKnown' }), when: isStranger },
        askSurely(birth, 'deliveryPlace'),
        askSurely(birth, 'multiple'),
        {
          ...askIfKnown(person, 'ethnicity'),
          hint: { vi: 'Ghi sẵn theo mẹ; sửa nếu khác', en: 'As the mother’s; change it if it differs' },
        },
        { field: askField(person, 'father'), choices: fathers.key, mayBeUnknown: true },
        { ...relationQuestion, when: isStranger },
      ],
    },
    {
      key: 'siblings',
      title: { vi: 'Trẻ sinh cùng lần', en: 'Born together' },
      questions: [
        ...when(hasSecond, childQuestions(1, { vi: 'thứ hai', en: 'second' })),
        ...when(hasSecond, [askAside('hasThird', { vi: 'Còn trẻ thứ ba', en: 'There is a third child' })]),
        ...when(hasThird, childQuestions(2, { vi: 'thứ ba', en: 'third' })),
      ],
    },
  ],
  writes: [...childWrites(0), ...childWrites(1, hasSecond), ...childWrites(2, hasThird)],
};
