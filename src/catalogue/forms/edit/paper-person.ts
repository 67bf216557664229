import type { FormDefinition } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { rowCoupleChecks } from '../../checks/edit/couple.ts';
import { parentChecks } from '../../checks/edit/person.ts';
import { rowChecks } from '../../checks/edit/row.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { grown, married } from '../../choices/members.ts';
import { mothers } from '../../choices/mothers.ts';
import { person } from '../../records/person.ts';
import { entered } from '../../records/work/entered.ts';
import { rowCouple, spouseOfRow } from '../parts/couple.ts';
import { formSet } from '../parts/form-set.ts';
import {
  cardLikeness,
  educationQuestion,
  identityQuestions,
  phoneQuestion,
  relationQuestion,
  rowValues,
} from '../parts/person-row.ts';
import { askIfKnown, askSurely } from '../parts/questions.ts';
import { isCode } from '../parts/rules.ts';

/** Opening values: what the paper says of somebody who lived here before the software. No event is counted. */
export const paperPersonForm: FormDefinition = {
  key: 'paper_person',
  title: { vi: 'Chép người từ sổ giấy', en: 'Copy a person from the paper book' },
  help: {
    vi: 'Dùng khi chép sổ A0 giấy: người đã ở hộ này từ trước, không phải biến động mới. Chép đúng như sổ giấy, không biết thì để trống. Người mới sinh, mới đến thì ghi ở “Ghi biến động”.',
    en: 'For copying the paper book: somebody who lived here before, not a new event. Copy what the paper says and leave blank what is unknown. Births and arrivals are events.',
  },
  ...formSet,
  shown: 'edit',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I "Thông tin cơ bản"',
  checks: idsOf([...rowChecks, ...parentChecks, ...rowCoupleChecks]),
  likenesses: [cardLikeness],
  pages: [
    { key: 'row', title: { vi: 'Họ tên, ngày sinh', en: 'Name and birth' }, questions: identityQuestions },
    {
      key: 'standing',
      title: { vi: 'Trong hộ', en: 'In the household' },
      questions: [
        relationQuestion,
        educationQuestion,
        askIfKnown(person, 'marital'),
        askSurely(person, 'residence'),
        phoneQuestion,
      ],
    },
    {
      key: 'kin',
      title: { vi: 'Người thân trong hộ', en: 'Kin in the household' },
      questions: [
        {
          field: askField(person, 'spouse'),
          choices: married.key,
          when: isCode('marital', 'married'),
          hint: {
            vi: 'Để trống thì vợ hoặc chồng của chủ hộ được nối với chủ hộ',
            en: 'Left blank, the spouse of the head is linked with the head',
          },
        },
        { field: askField(person, 'mother'), choices: mothers.key },
        { field: askField(person, 'father'), choices: grown.key },
      ],
    },
  ],
  writes: [
    {
      name: 'person',
      kind: person.kind,
      values: {
        ...rowValues,
        mother: { field: 'mother' },
        father: { field: 'father' },
        spouse: spouseOfRow,
        household: { context: 'household.id' },
        residence: { field: 'residence' },
        marital: { field: 'marital' },
        status: { value: 'active' },
      },
    },
    rowCouple('person'),
    {
      name: 'entered',
      kind: entered.kind,
      values: { date: { context: 'today' }, person: { made: 'person' }, asked: { context: 'asked' } },
    },
  ],
};
