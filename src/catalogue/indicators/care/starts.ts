import type { Condition, Operand } from '../../../domain/condition.ts';
import type { FlowPart, Indicator } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { dayOfFact, isFertileWife, isWife } from '../../rules/women.ts';
import type { Choices } from '../choices.ts';
import { forEachMethod, ofCouples } from './plain.ts';

/* Who began with a method, and who gave one up. The same method again is a renewal: neither. */

const told: Operand = { path: 'fact.method' };
const inUse: Operand = { path: 'before.person.method' };

const isWifeThen = isFertileWife('person', dayOfFact);
const isRenewal: Condition = { is: [inUse, told] };
const wasUsing: Condition = { not: { unknown: inUse } };

function start(who: Condition, more: readonly Condition[] = []): FlowPart {
  return { fact: 'method_start', subject: 'person', where: { all: [who, { not: isRenewal }, ...more] } };
}

/** All, and the part of each method. */
function withParts(whole: Indicator, words: Words): readonly Indicator[] {
  const parts = forEachMethod(whole.key, words, ({ key, label, method }): Indicator => {
    return { ...ofCouples, key, label, rule: { is: 'part', of: whole.key, groups: [method] }, law: whole.law };
  });
  return [whole, ...parts];
}

/** Who began with a method in the period; a switch counts unless a form set says otherwise. */
export function newUsers({ countsSwitches }: Choices): readonly Indicator[] {
  const of = [start(isWifeThen, countsSwitches ? [] : [{ not: wasUsing }])];
  const whole: Indicator = {
    ...ofCouples,
    key: 'new_users',
    label: { vi: 'Số cặp mới sử dụng biện pháp tránh thai', en: 'New users of a method' },
    rule: { is: 'flow', of, by: [told] },
    law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 12; Phiếu P0/CTV, bảng 7',
  };
  return withParts(whole, { vi: 'Số cặp mới sử dụng', en: 'New users' });
}

/** Who stopped, also by a switch where that counts; an episode ends once, whatever says so. */
export function stopUsers({ countsSwitches }: Choices): readonly Indicator[] {
  const isOpen: Condition = { is: [inUse, told] };
  const ends: FlowPart = { fact: 'method_stop', subject: 'person', where: { all: [isWifeThen, isOpen] } };
  const of = [ends, ...(countsSwitches ? [start(isWifeThen, [wasUsing])] : [])];
  const whole: Indicator = {
    ...ofCouples,
    key: 'stop_users',
    label: { vi: 'Số cặp thôi sử dụng biện pháp tránh thai', en: 'Stopped using a method' },
    rule: { is: 'flow', of, by: [inUse] },
    law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 13; Phiếu P0/CTV, bảng 8',
  };
  return withParts(whole, { vi: 'Số cặp thôi sử dụng', en: 'Stopped using' });
}

const isLodger: Condition = {
  all: [
    { is: [{ path: 'person.status' }, { value: 'active' }] },
    { is: [{ path: 'person.residence' }, { value: 'temporary' }] },
    isWife('person', dayOfFact),
  ],
};

/** New users among temporary residents: served all the same, beside the row and not in it. */
export function newUsersTemporary({ countsSwitches }: Choices): readonly Indicator[] {
  const of = [start(isLodger, countsSwitches ? [] : [{ not: wasUsing }])];
  const whole: Indicator = {
    ...ofCouples,
    key: 'new_users_temporary',
    label: { vi: 'Số cặp tạm trú mới sử dụng biện pháp tránh thai', en: 'New users, temporary residents' },
    rule: { is: 'flow', of, by: [told] },
    law: 'Công văn 909/TCDS-QMDS 2021 (cấp phương tiện tránh thai không phân biệt cư trú)',
  };
  return withParts(whole, { vi: 'Tạm trú mới sử dụng', en: 'New users, temporary' });
}
