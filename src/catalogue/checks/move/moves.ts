import type { Condition } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import type { Words } from '../../../domain/words.ts';
import { secondHead } from '../edit/second-head.ts';
import { afterToday, beforeArrival, beforeLaterFacts, bornLater, factChecks, lifeChecks } from '../fact-checks.ts';
import { leftThatDay } from './left-that-day.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I (tình trạng cư trú) và Mục III (thay đổi)';

const isHere: Condition = {
  all: [{ not: { unknown: { path: 'person' } } }, { is: [{ path: 'person.status' }, { value: 'active' }] }],
};

/** Who lives here on that day does not arrive: the record that left was wanted, or a move within the commune. */
function hereAlready(id: string): Check {
  return {
    id,
    strength: 'stop',
    field: 'person',
    when: isHere,
    message: {
      vi: 'Theo sổ, ngày đó người này đang ở trong xã. Nếu chỉ đổi hộ, ghi “Chuyển trong xã”',
      en: 'By the book this person lived in the commune on that day. For another household, use “Move within the commune”',
    },
    law,
  };
}

/** Who had left or died cannot leave once more. */
function goneAlready(id: string, codes: readonly string[], message: Words): Check {
  return { id, strength: 'stop', field: 'person', when: { oneOf: [{ path: 'person.status' }, codes] }, message, law };
}

function residence(id: string, codes: readonly string[], message: Words): Check {
  return {
    id,
    strength: 'stop',
    field: 'person',
    when: { oneOf: [{ path: 'person.residence' }, codes] },
    message,
    law,
  };
}

/** Without the question whether somebody had left: that one stops. */
function firmly(checks: readonly Check[]): readonly Check[] {
  return checks.filter(({ strength }) => strength === 'stop');
}

const arrival = { vi: 'Ngày đến', en: 'The date of arrival' } as const;
export const moveInChecks: readonly Check[] = [
  afterToday({ of: 'move_in', date: arrival }),
  bornLater({ of: 'move_in', date: arrival }),
  ...lifeChecks({ of: 'move_in', date: arrival }, 'person'),
  hereAlready('move_in_here_already'),
  leftThatDay('move_in_left_that_day'),
];

const leaving = { of: 'move_out', who: 'person', date: { vi: 'Ngày đi', en: 'The date of leaving' } } as const;
const deadAlready: Check = {
  id: 'move_out_dead_already',
  strength: 'stop',
  field: 'person',
  // After the day of death the date itself is wrong, and says so.
  when: {
    all: [
      { is: [{ path: 'person.status' }, { value: 'dead' }] },
      { not: { above: [{ path: 'date' }, { path: 'person.last.death.person' }] } },
    ],
  },
  message: {
    vi: 'Theo sổ, ngày đó người này đã mất: không ghi chuyển đi',
    en: 'By the book this person died by that day: it is no move out',
  },
  law,
};
export const moveOutChecks: readonly Check[] = [
  ...firmly(factChecks(leaving)).filter(({ id }) => id !== 'move_out_dead'),
  goneAlready('move_out_gone_already', ['left'], {
    vi: 'Theo sổ, ngày đó người này đã chuyển đi rồi',
    en: 'By the book this person had moved away by then',
  }),
  deadAlready,
  beforeArrival(leaving, 'person', 'stop'),
  beforeLaterFacts(leaving, { vi: 'ngày đi', en: 'the leaving' }),
];

const sameHousehold: Check = {
  id: 'move_internal_same_household',
  strength: 'stop',
  field: 'toHousehold',
  when: { is: [{ path: 'toHousehold' }, { path: 'person.household' }] },
  message: { vi: 'Chọn một hộ khác với hộ đang ở', en: 'Choose another household than the present one' },
  law,
};
const headThere = secondHead({
  id: 'move_internal_second_head',
  home: 'toHousehold',
  who: 'person',
  message: {
    vi: 'Hộ ấy đã có chủ hộ: ghi quan hệ với chủ hộ ấy. Vẫn là chủ hộ, đúng không?',
    en: 'That household has a head: give the relation to that head. Still a head, is that right?',
  },
  law,
});
const isGone: Condition = { oneOf: [{ path: 'person.status' }, ['left', 'dead']] };
/** Who goes nowhere, or is gone, is told that, and no more. */
const moveSecondHead: Check = {
  ...headThere,
  when: { all: [headThere.when, { not: { any: [isGone, sameHousehold.when] } }] },
};
/** Somebody's child, moved to another head, is not the child of that one. */
const relationStays: Check = {
  id: 'move_internal_relation_stays',
  strength: 'ask',
  field: 'relation',
  when: {
    all: [
      { unknown: { path: 'relation' } },
      { not: { oneOf: [{ path: 'person.relation' }, ['head', 'other']] } },
      { above: [{ path: 'toHousehold.members.head' }, { value: 0 }] },
      { not: { any: [isGone, sameHousehold.when] } },
    ],
  },
  message: {
    vi: 'Chưa ghi quan hệ với chủ hộ mới: giữ như với chủ hộ cũ, đúng không?',
    en: 'The relation to the new head is left blank. Is it the same as to the former one?',
  },
  law,
};
const move = { of: 'move_internal', who: 'person', date: { vi: 'Ngày chuyển', en: 'The date of the move' } } as const;
export const moveInternalChecks: readonly Check[] = [
  ...factChecks(move).filter(({ id }) => id !== 'move_internal_before_arrival'),
  beforeArrival(move, 'person', 'stop'),
  sameHousehold,
  moveSecondHead,
  relationStays,
];

/** Who lives somewhere already moves; this is for who lives nowhere. */
const housedAlready: Check = {
  id: 'rehome_housed_already',
  strength: 'stop',
  field: 'person',
  when: { not: { unknown: { path: 'person.household' } } },
  message: {
    vi: 'Theo sổ, ngày đó người này đã ở một hộ. Nếu đổi hộ, ghi “Chuyển trong xã”',
    en: 'By the book this person lived in a household on that day. For another one, use “Move within the commune”',
  },
  law,
};
export const rehomeChecks: readonly Check[] = [
  ...factChecks({ of: 'rehome', who: 'person', date: { vi: 'Ngày ghi', en: 'The date' } }).filter(
    ({ strength }) => strength === 'stop',
  ),
  housedAlready,
  moveSecondHead,
];

const review = { vi: 'Ngày rà soát', en: 'The date of the check' } as const;
export const reviewAddChecks: readonly Check[] = [
  afterToday({ of: 'review_add', date: review }),
  bornLater({ of: 'review_add', date: review }),
  ...lifeChecks({ of: 'review_add', date: review }, 'person'),
  hereAlready('review_add_here_already'),
  leftThatDay('review_add_left_that_day'),
];
export const reviewRemoveChecks: readonly Check[] = [
  ...firmly(factChecks({ of: 'review_remove', who: 'person', date: review })).filter(
    ({ id }) => !/dead|death/.test(id),
  ),
  goneAlready('review_remove_gone_already', ['left', 'dead'], {
    vi: 'Theo sổ, ngày đó người này không còn ở xã rồi',
    en: 'By the book this person was gone by then',
  }),
];

const settled = { of: 'settle', who: 'person', date: { vi: 'Ngày ở ổn định', en: 'The date of settling' } } as const;
export const settleChecks: readonly Check[] = [
  ...factChecks(settled),
  residence('settle_settled_already', ['usual_present', 'usual_absent'], {
    vi: 'Theo sổ, ngày đó người này đã là thực tế thường trú: bỏ chọn người này hoặc sửa ngày',
    en: 'By the book this person was a usual resident on that day: leave this person out or mend the date',
  }),
];

const ceased = { of: 'cease', who: 'person', date: { vi: 'Ngày thôi ở ổn định', en: 'The date' } } as const;
export const ceaseChecks: readonly Check[] = [
  ...factChecks(ceased),
  residence('cease_temporary_already', ['temporary'], {
    vi: 'Theo sổ, ngày đó người này đã là tạm trú: bỏ chọn người này hoặc sửa ngày',
    en: 'By the book this person was a temporary resident on that day: leave this person out or mend the date',
  }),
];

const away = { of: 'away', who: 'person', date: { vi: 'Ngày bắt đầu vắng', en: 'The date' } } as const;
export const awayChecks: readonly Check[] = [
  ...factChecks(away),
  residence('away_temporary', ['temporary'], {
    vi: 'Người tạm trú không ghi tạm vắng; nếu đã đi, ghi “Chuyển đi khỏi xã”',
    en: 'A temporary resident is not “away”; who has gone, moved out',
  }),
];

const back = { of: 'back', who: 'person', date: { vi: 'Ngày về', en: 'The date of return' } } as const;
export const backChecks: readonly Check[] = [
  ...factChecks(back),
  residence('back_not_away', ['usual_present', 'temporary'], {
    vi: 'Theo sổ, ngày đó người này không tạm vắng',
    en: 'By the book this person was not away on that day',
  }),
];
