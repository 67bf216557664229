import type { Check } from '../../../domain/form/check.ts';
import { person } from '../../records/person.ts';
import { householdUnnamed, numberTaken } from '../edit/household.ts';
import { relationFitChecks } from '../edit/relation.ts';
import { rowChecks, rowSecondHead } from '../edit/row.ts';
import { afterToday } from '../fact-checks.ts';
import { nth, nthCheck } from '../nth.ts';

const law =
  'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 4 (một hộ có một chủ hộ; người sinh trước ngày đến)';

/** As many people as one form takes; more are added to the household one by one. */
export const mostPeople = 10;

/** What is asked of each; the household is one for all. */
const keys: ReadonlySet<string> = new Set(person.fields.map(({ key }) => key).filter((key) => key !== 'household'));

function secondHead(place: number): Check {
  const field = nth('relation', place);
  return {
    id: nth('arriving_second_head', place),
    strength: 'stop',
    field,
    when: { is: [{ path: field }, { value: 'head' }] },
    message: {
      vi: 'Chủ hộ là người ghi đầu tiên; chọn quan hệ khác',
      en: 'The head is the one written first; choose another relation',
    },
    law,
  };
}

function bornLater(place: number): Check {
  const field = nth('birthDate', place);
  return {
    id: nth('arriving_born_later', place),
    strength: 'stop',
    field,
    when: { above: [{ path: field }, { path: 'date' }] },
    message: {
      vi: 'Ngày sinh sau ngày đến. Trẻ sinh sau khi hộ đến thì ghi “Sinh”',
      en: 'Born after the arrival. A child born here since is recorded as a birth',
    },
    law,
  };
}

/** What is judged of each row; who is the head is settled by the order. */
const ofRow = rowChecks.filter((check) => check !== rowSecondHead);

/** What the head is to the head is not asked. */
function isAskedOf(place: number, check: Check): boolean {
  return place > 0 || !relationFitChecks.includes(check);
}

export const wholeHouseholdChecks: readonly Check[] = [
  afterToday({ of: 'move_in_household', date: { vi: 'Ngày đến', en: 'The date of arrival' } }),
  householdUnnamed,
  numberTaken,
  ...Array.from({ length: mostPeople }, (_, place) => [
    ...(place === 0 ? [] : [secondHead(place)]),
    bornLater(place),
    ...ofRow.filter((check) => isAskedOf(place, check)).map((check) => nthCheck(check, keys, place)),
  ]).flat(),
];
