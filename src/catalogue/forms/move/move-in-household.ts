import type { Condition } from '../../../domain/condition.ts';
import type { FormDefinition, FormPage, FormWrite, Question } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { mostPeople, wholeHouseholdChecks } from '../../checks/move/whole-household.ts';
import { nth } from '../../checks/nth.ts';
import { household } from '../../records/household.ts';
import { moveIn } from '../../records/move/move-in.ts';
import { person } from '../../records/person.ts';
import { isUnnumbered, numberLikeness, numberQuestion } from '../edit/household.ts';
import { formSet } from '../parts/form-set.ts';
import {
  cardLikenessOf,
  educationQuestion,
  identityQuestions,
  phoneQuestion,
  relationQuestion,
  rowValues,
} from '../parts/person-row.ts';
import { ask, askAside, askSurely } from '../parts/questions.ts';
import { isCode, isYes } from '../parts/rules.ts';

const places = Array.from({ length: mostPeople }, (_, place) => place);

/** The second is asked about once the first page said that there is one more, and so on. */
function isAsked(place: number): Condition | undefined {
  return place === 0 ? undefined : { all: places.slice(0, place).map((before) => isYes(nth('more', before))) };
}

/** A question about one of several. */
function of(place: number, question: Question): Question {
  const when = isAsked(place);
  return { ...question, field: { ...question.field, key: nth(question.field.key, place) }, ...(when && { when }) };
}

function pagesOf(place: number): readonly FormPage[] {
  const [ordinal, words] = place === 0 ? ['chủ hộ', 'the head'] : [`người thứ ${place + 1}`, `person ${place + 1}`];
  const relation = place === 0 ? [] : [relationQuestion];
  const more = askAside('more', { vi: 'Còn người nữa', en: 'There is one more' });
  const rest: readonly Question[] = [
    ...relation,
    { field: askField(person, 'marital'), mayBeUnknown: true },
    educationQuestion,
    phoneQuestion,
    ...(place + 1 < mostPeople ? [more] : []),
  ];
  return [
    {
      key: nth('row', place),
      title: { vi: `Họ tên, ngày sinh: ${ordinal}`, en: `Name and birth: ${words}` },
      questions: identityQuestions.map((question) => of(place, question)),
    },
    {
      key: nth('place', place),
      title: { vi: `Trong hộ: ${ordinal}`, en: `In the household: ${words}` },
      questions: rest.map((question) => of(place, question)),
    },
  ];
}

/** Who stands beside the head, both married, is the head's spouse; the head is read to have that one too. */
function spouseOf(place: number): Condition {
  const isMarried = (one: number) => isCode(nth('marital', one), 'married');
  return { all: [isCode(nth('relation', place), 'spouse'), isMarried(place), isMarried(0)] };
}

function writesOf(place: number): readonly FormWrite[] {
  const when = isAsked(place);
  const [row, asked] = [nth('row', place), when === undefined ? {} : { when }];
  const answered = Object.keys(rowValues).map((key) => [key, { field: nth(key, place) }] as const);
  const head = { relation: { value: 'head' } } as const;
  const beside = { spouse: { choose: [{ when: spouseOf(place), use: { made: 'row' } }] } } as const;
  return [
    {
      name: row,
      kind: person.kind,
      ...asked,
      values: { ...Object.fromEntries(answered), ...(place === 0 ? head : beside) },
    },
    {
      name: nth('arrival', place),
      kind: moveIn.kind,
      ...asked,
      values: {
        date: { field: 'date' },
        person: { made: row },
        household: { made: 'household' },
        residence: { field: 'residence' },
        marital: { field: nth('marital', place) },
        from: { field: 'from' },
        asked: { context: 'asked' },
      },
    },
  ];
}

const sheet = ['number', 'area', 'address', 'phone'] as const;
/** The household's phone beside those of its people. */
const sheetKey = (key: string): string => (key === 'phone' ? 'householdPhone' : key);

/** Everybody who came together, with a sheet of their own: one act, taken back as one. */
export const moveInHouseholdForm: FormDefinition = {
  key: 'move_in_household',
  title: { vi: 'Cả hộ chuyển đến từ xã khác', en: 'A whole household moves in' },
  help: {
    vi: 'Ghi một hộ từ xã khác đến ở thôn này: lập trang sổ mới và ghi từng người, chủ hộ trước. Ai từng có trong sổ của xã thì không ghi ở đây mà ghi “Chuyển đến” ở hộ, chọn lại người ấy. Ghi nhầm thì một lần “Hoàn tác” rút lại cả hộ.',
    en: 'A household that comes from another commune to this village: a new sheet, and each of its people, the head first. Who was in the commune’s book before is not written here but by “Move in” at the household, chosen again. One undo takes the whole household back.',
  },
  ...formSet,
  asks: 'village',
  shown: 'events',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 4 "Chuyển đến từ xã khác"',
  checks: idsOf(wholeHouseholdChecks),
  likenesses: [numberLikeness, ...places.map((place) => cardLikenessOf(nth('card', place), nth('insuranceNo', place)))],
  pages: [
    {
      key: 'household',
      title: { vi: 'Hộ chuyển đến', en: 'The household' },
      questions: [askSurely(moveIn, 'date'), ask(moveIn, 'from'), askSurely(moveIn, 'residence')],
    },
    {
      key: 'sheet',
      title: { vi: 'Trang sổ của hộ', en: 'The household’s sheet' },
      questions: [
        numberQuestion,
        ask(household, 'address'),
        isUnnumbered,
        ask(household, 'area'),
        { field: askField(household, 'phone', { key: sheetKey('phone') }) },
      ],
    },
    ...places.flatMap(pagesOf),
  ],
  writes: [
    {
      name: 'household',
      kind: household.kind,
      values: {
        ...Object.fromEntries(sheet.map((key) => [key, { field: sheetKey(key) }] as const)),
        kind: { value: 'family' },
      },
    },
    ...places.flatMap(writesOf),
  ],
};
