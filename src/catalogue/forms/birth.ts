import type { FormDefinition } from '../../domain/form/form.ts';
import { askField } from '../../domain/record.ts';
import { birthAfterToday } from '../checks/birth-after-today.ts';
import { birthBeforeMother } from '../checks/birth-before-mother.ts';
import { birthMotherAge } from '../checks/birth-mother-age.ts';
import { mothers } from '../choices/mothers.ts';
import { birth } from '../records/life/birth.ts';
import { person } from '../records/person.ts';

/** What the child is to the head follows from what its mother is; unknown stays blank. */
const relationOfChild = {
  choose: [
    {
      when: { oneOf: [{ path: 'mother.relation' }, ['head', 'spouse']] },
      use: { value: 'child' },
    },
    {
      when: { oneOf: [{ path: 'mother.relation' }, ['child', 'adopted', 'daughter_in_law']] },
      use: { value: 'grandchild' },
    },
    { when: { not: { unknown: { path: 'mother.relation' } } }, use: { value: 'other' } },
  ],
} as const;

/** The book writes "Trai" or "Gái" for a newborn without a name. */
const nameOfChild = {
  choose: [
    { when: { not: { unknown: { path: 'fullName' } } }, use: { field: 'fullName' } },
    { when: { is: [{ path: 'sex' }, { value: 'male' }] }, use: { value: 'Trai' } },
    { use: { value: 'Gái' } },
  ],
} as const;

export const birthForm: FormDefinition = {
  key: 'birth',
  title: { vi: 'Sinh', en: 'Birth' },
  help: {
    vi: 'Ghi trẻ sinh ra sống trong hộ này, cả khi sinh ở nơi khác. Con của người tạm trú vẫn ghi, nhưng không tính vào dân số. Con nuôi không ghi ở đây.',
    en: 'Record a child born alive to this household, wherever the birth took place. A child of a temporary resident is recorded too, but not counted in the population. Adopted children are not recorded here.',
  },
  shown: 'events',
  formSet: 'TT01-2022',
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1 "Trẻ sinh ra"',
  checks: [birthAfterToday.id, birthBeforeMother.id, birthMotherAge.id],
  pages: [
    {
      key: 'child',
      title: { vi: 'Mẹ và con', en: 'Mother and child' },
      questions: [
        { field: askField(birth, 'mother', { isRequired: true }), choices: mothers.key },
        {
          field: askField(person, 'fullName', {
            label: { vi: 'Họ và tên con', en: "Child's full name" },
            isRequired: false,
          }),
          hint: { vi: 'Chưa đặt tên thì để trống', en: 'Leave blank if not yet named' },
        },
        {
          field: askField(person, 'sex', { label: { vi: 'Giới tính của con', en: "Child's sex" }, isRequired: true }),
        },
        { field: askField(birth, 'date', { label: { vi: 'Ngày sinh của con', en: "Child's date of birth" } }) },
      ],
    },
    {
      key: 'delivery',
      title: { vi: 'Lần sinh', en: 'Delivery' },
      questions: [
        { field: askField(birth, 'order', { isRequired: true }) },
        { field: askField(birth, 'deliveryPlace', { isRequired: true }) },
        { field: askField(birth, 'multiple', { isRequired: true }) },
      ],
    },
  ],
  writes: [
    {
      name: 'child',
      kind: person.kind,
      values: {
        fullName: nameOfChild,
        sex: { field: 'sex' },
        birthDate: { field: 'date' },
        relation: relationOfChild,
        mother: { field: 'mother' },
      },
    },
    {
      name: 'birth',
      kind: birth.kind,
      values: {
        date: { field: 'date' },
        child: { made: 'child' },
        mother: { field: 'mother' },
        household: { context: 'household.id' },
        order: { field: 'order' },
        deliveryPlace: { field: 'deliveryPlace' },
        multiple: { field: 'multiple' },
        residence: {
          choose: [
            {
              when: { is: [{ path: 'mother.residence' }, { value: 'temporary' }] },
              use: { value: 'temporary' },
            },
            { use: { value: 'usual_present' } },
          ],
        },
        asked: { context: 'asked' },
      },
    },
  ],
};
