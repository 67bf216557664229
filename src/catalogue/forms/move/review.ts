import type { FormDefinition, Question } from '../../../domain/form/form.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { rowCoupleChecks } from '../../checks/edit/couple.ts';
import { rowChecks } from '../../checks/edit/row.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { reviewAddChecks, reviewRemoveChecks } from '../../checks/move/moves.ts';
import { members } from '../../choices/members.ts';
import { reviewReason } from '../../codes/work/review-reason.ts';
import { reviewAdd } from '../../records/move/review-add.ts';
import { reviewRemove } from '../../records/move/review-remove.ts';
import { arrivalPages, arrivalWrites } from '../parts/arrival.ts';
import { formSet } from '../parts/form-set.ts';
import { cardLikeness } from '../parts/person-row.ts';
import { ask, askSeveralOf, askToday } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';

/** Why somebody is added, and why somebody is taken off: the two have no reason in common but another one. */
function reasonOf(record: RecordDefinition, keys: readonly string[]): Question {
  const codes = reviewReason.codes.filter(({ key }) => keys.includes(key));
  const { field } = ask(record, 'reason');
  return { field: { ...field, type: { is: 'code', list: { ...reviewReason, codes } } } };
}

/* What a check of the book finds is its own flow: it mends the book and is no event of these people. */

export const reviewAddForm: FormDefinition = {
  key: 'review_add',
  title: { vi: 'Rà soát: ghi bổ sung', en: 'Review: add to the book' },
  help: {
    vi: 'Ghi người đang sống ở hộ này mà sổ bỏ sót, hoặc đã về từ lâu mà chưa ghi. Số này vào dòng “Điều chỉnh do rà soát”, không tính là sinh hay chuyển đến. Nếu biết ngày sinh hoặc ngày đến thì ghi “Sinh” hoặc “Chuyển đến” cho đúng.',
    en: 'Somebody who lives in this household and was missed, or came back long ago unnoticed. It goes into the row “adjusted by review”, not into births or moves. Where the day of birth or arrival is known, record that instead.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: { is: [{ path: 'person.status' }, { value: 'left' }] },
  roles: ['officer'],
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, rà soát sổ A0 (“Điều chỉnh do rà soát”)',
  checks: idsOf([...reviewAddChecks, ...rowChecks, ...rowCoupleChecks]),
  likenesses: [cardLikeness],
  pages: arrivalPages(reviewAdd, [reasonOf(reviewAdd, ['missed', 'returned', 'other'])], askToday(reviewAdd)),
  writes: arrivalWrites(reviewAdd, { reason: { field: 'reason' } }),
};

export const reviewRemoveForm: FormDefinition = {
  key: 'review_remove',
  title: { vi: 'Rà soát: đưa ra khỏi sổ', en: 'Review: take off the book' },
  help: {
    vi: 'Dùng khi rà soát thấy người không còn ở xã từ lâu, hoặc một người ghi hai lần. Dòng vẫn còn trong sổ, gạch ngang, và số này vào “Điều chỉnh do rà soát”. Nếu biết ngày đi hoặc ngày mất thì ghi “Chuyển đi” hoặc “Chết” cho đúng.',
    en: 'For somebody whom a check finds gone long ago, or written twice. The line stays, ruled through, and counts as “adjusted by review”. Where the day of leaving or death is known, record that instead.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: livesHere,
  forMany: true,
  roles: ['officer'],
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, rà soát sổ A0 (“Điều chỉnh do rà soát”)',
  checks: idsOf(reviewRemoveChecks),
  pages: [
    {
      key: 'remove',
      title: { vi: 'Người đưa ra khỏi sổ', en: 'Who is taken off' },
      questions: [
        askSeveralOf(members, reviewRemove),
        askToday(reviewRemove),
        reasonOf(reviewRemove, ['gone', 'twice', 'died', 'other']),
        ask(reviewRemove, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'remove',
      kind: reviewRemove.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        reason: { field: 'reason' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
