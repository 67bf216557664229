import type { Condition } from '../../../domain/condition.ts';
import type { FormDefinition, WriteSource } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { cardChecks, spouseSecondHead } from '../../checks/edit/row.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { marriageChecks } from '../../checks/life/marriage.ts';
import { grown } from '../../choices/members.ts';
import { spouseFrom } from '../../codes/spouse-from.ts';
import { marriage } from '../../records/life/marriage.ts';
import { changeInfo } from '../../records/move/change-info.ts';
import { moveIn } from '../../records/move/move-in.ts';
import { moveInternal } from '../../records/move/move-internal.ts';
import { person } from '../../records/person.ts';
import { formSet } from '../parts/form-set.ts';
import {
  askedWhen,
  cardLikeness,
  educationQuestion,
  identityQuestions,
  phoneQuestion,
  relationQuestion,
  rowValues,
} from '../parts/person-row.ts';
import { ask, askAnyone, askAside, askIfKnown, askOneOf, askSurely } from '../parts/questions.ts';
import { isCode, isSame, isYes, livesHere } from '../parts/rules.ts';
import { toldChanges } from '../parts/told-changes.ts';

const inBook = isCode('spouseFrom', 'in_book');
const arrives = isCode('spouseFrom', 'arrives');
const elsewhere = isCode('spouseFrom', 'elsewhere');
const joinsHere: Condition = { all: [inBook, isYes('joins')] };
/** A spouse of the book who had left the commune arrives here anew; to marry is to come for good. */
const returns: Condition = { all: [joinsHere, isCode('spouse.status', 'left')] };
/** A spouse of another household of the book, who comes to live here. */
const joins: Condition = {
  all: [joinsHere, { not: returns }, { not: isSame('spouse.household', 'household') }],
};
/** A lodger of the book: whether this is for good is asked, for it makes a resident. */
const isLodger: Condition = {
  all: [joinsHere, isCode('spouse.status', 'active'), isCode('spouse.residence', 'temporary')],
};
const comesHere = { any: [arrives, joinsHere] };

const spouse: WriteSource = {
  choose: [
    { when: inBook, use: { field: 'spouse' } },
    { when: arrives, use: { made: 'newcomer' } },
  ],
};

export const marriageForm: FormDefinition = {
  key: 'marriage',
  title: { vi: 'Kết hôn', en: 'Marriage' },
  help: {
    vi: 'Ghi một lần cho cả hai vợ chồng, ở hộ của một trong hai người. Vợ hoặc chồng có thể đã có trong sổ, từ nơi khác về, hoặc vẫn ở nơi khác. Chưa đủ tuổi vẫn ghi đúng sự thật; sổ tự tính là tảo hôn.',
    en: 'Record a marriage once for both, at the household of one of them. The spouse may be in the book, come from elsewhere, or stay elsewhere. Below the legal age it is recorded as it is and counted as child marriage.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: livesHere,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6; Luật Hôn nhân và gia đình 2014, Điều 3 và Điều 8',
  checks: idsOf([...marriageChecks, ...cardChecks, spouseSecondHead]),
  likenesses: [cardLikeness],
  pages: [
    {
      key: 'couple',
      title: { vi: 'Hai người', en: 'The couple' },
      questions: [
        askOneOf(grown, marriage),
        ask(marriage, 'date'),
        askAside('spouseFrom', { vi: 'Vợ hoặc chồng', en: 'The spouse' }, { is: 'code', list: spouseFrom }),
        { ...askAnyone(marriage, 'spouse'), when: inBook },
        {
          ...askAside('joins', { vi: 'Về ở hộ này', en: 'Comes to live in this household' }),
          when: inBook,
        },
        { ...ask(marriage, 'spouseName'), when: elsewhere },
      ],
    },
    {
      key: 'before',
      title: { vi: 'Trước khi kết hôn', en: 'Before the marriage' },
      questions: [
        askIfKnown(marriage, 'premaritalCheck'),
        {
          ...askIfKnown(marriage, 'closeKin'),
          hint: {
            vi: 'Cùng dòng máu trực hệ hoặc họ hàng trong phạm vi ba đời',
            en: 'Direct line, or kin within three generations',
          },
        },
        ask(marriage, 'note'),
      ],
    },
    {
      key: 'newcomer',
      title: { vi: 'Người về hộ này', en: 'Who comes to live here' },
      questions: askedWhen(arrives, identityQuestions),
    },
    {
      key: 'place',
      title: { vi: 'Người về ở hộ này', en: 'Who comes to live here' },
      questions: [
        {
          ...relationQuestion,
          // Two people were named: whose relation this is must stand beside the question.
          hint: { vi: 'Của vợ hoặc chồng về ở hộ này', en: 'Of the spouse who comes to live here' },
          when: comesHere,
        },
        { ...askSurely(moveIn, 'residence'), when: { any: [arrives, isLodger] } },
        ...askedWhen(arrives, [{ field: askField(moveIn, 'from') }, educationQuestion, phoneQuestion]),
      ],
    },
  ],
  writes: [
    { name: 'newcomer', kind: person.kind, when: arrives, values: rowValues },
    {
      name: 'arrival',
      kind: moveIn.kind,
      when: arrives,
      values: {
        date: { field: 'date' },
        person: { made: 'newcomer' },
        household: { context: 'household.id' },
        residence: { field: 'residence' },
        from: { field: 'from' },
      },
    },
    {
      name: 'return',
      kind: moveIn.kind,
      when: returns,
      values: {
        date: { field: 'date' },
        person: { field: 'spouse' },
        household: { context: 'household.id' },
        residence: { value: 'usual_present' },
      },
    },
    {
      name: 'move',
      kind: moveInternal.kind,
      when: joins,
      values: { date: { field: 'date' }, person: { field: 'spouse' }, toHousehold: { context: 'household.id' } },
    },
    {
      name: 'settle',
      kind: changeInfo.kind,
      when: { all: [isLodger, { not: isCode('residence', 'temporary') }] },
      values: {
        date: { field: 'date' },
        person: { field: 'spouse' },
        field: { value: 'residence' },
        old: { context: 'spouse.residence' },
        new: { field: 'residence' },
      },
    },
    {
      name: 'spouse',
      kind: person.kind,
      when: joinsHere,
      onto: { field: 'spouse' },
      values: { relation: { field: 'relation' } },
      changes: toldChanges({ date: { field: 'date' }, person: { field: 'spouse' } }),
    },
    {
      name: 'marriage',
      kind: marriage.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        spouse,
        spouseName: { field: 'spouseName' },
        premaritalCheck: { field: 'premaritalCheck' },
        closeKin: { field: 'closeKin' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
