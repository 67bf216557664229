import type { FormDefinition } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { rehomeChecks } from '../../checks/move/moves.ts';
import { members } from '../../choices/members.ts';
import { changeInfo } from '../../records/move/change-info.ts';
import { moveInternal } from '../../records/move/move-internal.ts';
import { reviewAdd } from '../../records/move/review-add.ts';
import { person } from '../../records/person.ts';
import { isKnown } from '../../rules/spans.ts';
import { formSet } from '../parts/form-set.ts';
import { relationQuestion } from '../parts/person-row.ts';
import { ask, askAnyone, askOneOf, askSurely, askToday } from '../parts/questions.ts';
import { isSame } from '../parts/rules.ts';
import { toldChanges } from '../parts/told-changes.ts';

/** Somebody of whom the book says no household, or says no life at all: an import's gap, a birth that was taken back. */
export const rehomeForm: FormDefinition = {
  key: 'rehome',
  title: { vi: 'Đưa vào một hộ', en: 'Give a household' },
  help: {
    vi: 'Dùng cho người có trong sổ mà không thuộc hộ nào. Tìm và chọn hộ người ấy đang ở, ghi quan hệ với chủ hộ. Không tính là chuyển đến; người mà sổ chưa từng tính thì vào dòng “Điều chỉnh do rà soát”.',
    en: 'For somebody who stands in the book without a household. Find the household where this person lives and say the relation to its head. It is no move in; who was never counted goes into “adjusted by review”.',
  },
  ...formSet,
  asks: 'village',
  shown: 'edit',
  subject: 'person',
  law: reviewAdd.law,
  checks: idsOf(rehomeChecks),
  pages: [
    {
      key: 'home',
      title: { vi: 'Ở hộ nào', en: 'In which household' },
      questions: [
        askOneOf(members, moveInternal),
        askAnyone(moveInternal, 'toHousehold', { vi: 'Hộ đang ở', en: 'The household' }),
        relationQuestion,
        { ...askSurely(reviewAdd, 'residence'), startsAs: { path: 'person.residence' } },
        askToday(moveInternal),
        ask(moveInternal, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'move',
      kind: moveInternal.kind,
      when: isKnown('person.status'),
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
      name: 'residence',
      kind: changeInfo.kind,
      when: { all: [isKnown('person.status'), { not: isSame('residence', 'person.residence') }] },
      place: 'toHousehold.place',
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        field: { value: 'residence' },
        old: { context: 'person.residence' },
        new: { field: 'residence' },
      },
    },
    {
      name: 'found',
      kind: reviewAdd.kind,
      when: { unknown: { path: 'person.status' } },
      place: 'toHousehold.place',
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        household: { field: 'toHousehold' },
        residence: { field: 'residence' },
        reason: { value: 'missed' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
    {
      name: 'relation',
      kind: person.kind,
      onto: { field: 'person' },
      values: { relation: { field: 'relation' } },
      changes: toldChanges({ date: { field: 'date' }, person: { field: 'person' } }),
    },
  ],
};
