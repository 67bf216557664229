import type { Condition, Operand } from '../../../domain/condition.ts';
import type { FlowPart, Indicator } from '../../../domain/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { method } from '../../codes/care/method.ts';
import { closingDay, dayOfFact, isFertileWife, isWife } from '../../rules/women.ts';

/* Couples by method: women of 15–49 in a marriage with an open episode. One woman, one method. */

const couples: Words = { vi: 'cặp', en: 'couples' };
const plain = { unit: couples, decimals: 0, from: '2022-03-01' } as const;
/** All but "other": methods 1–7 of the book. */
const modern = method.codes.filter(({ key }) => key !== 'other').map(({ key }) => key);

function uses(who: string, code: string): Condition {
  return { is: [{ path: `${who}.method` }, { value: code }] };
}

function endOf(key: string, label: Words, using: Condition, at: 'start' | 'end' = 'end'): Indicator {
  const where: Condition = { all: [isFertileWife('it', closingDay), using] };
  const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 11';
  return { ...plain, key, label, rule: { is: 'stock', kind: 'person', at, where }, law };
}

const inUse: Operand = { path: 'it.method' };

/** Who uses a method at the end of the period: all, the modern ones, each. */
export const usersEnd: readonly Indicator[] = [
  endOf(
    'users_end',
    {
      vi: 'Số cặp vợ chồng đang sử dụng biện pháp tránh thai tính đến cuối kỳ',
      en: 'Couples using a method at the end',
    },
    { not: { unknown: inUse } },
  ),
  endOf(
    'users_modern_end',
    { vi: 'Số cặp đang sử dụng biện pháp tránh thai hiện đại', en: 'Of these, a modern method' },
    { oneOf: [inUse, modern] },
  ),
  ...method.codes.map(({ key, label }) =>
    endOf(
      `users_end[${key}]`,
      { vi: `Số cặp đang sử dụng: ${label.vi}`, en: `Using: ${label.en ?? label.vi}` },
      uses('it', key),
    ),
  ),
];

const isWifeThen = isFertileWife('person', dayOfFact);

/** A start of another method than the one in use; the same again is a renewal. */
function start(of: Condition, who = isWifeThen): FlowPart {
  const isRenewal: Condition = { is: [{ path: 'before.person.method' }, { path: 'fact.method' }] };
  return { fact: 'method_start', subject: 'person', where: { all: [who, { not: isRenewal }, of] } };
}

/** Who began with a method in the period; a switch counts as new. */
export const newUsers: readonly Indicator[] = [
  newOf('new_users', { vi: 'Số cặp mới sử dụng biện pháp tránh thai', en: 'New users of a method' }, { all: [] }),
  ...method.codes.map(({ key, label }) =>
    newOf(
      `new_users[${key}]`,
      { vi: `Số cặp mới sử dụng: ${label.vi}`, en: `New users: ${label.en ?? label.vi}` },
      uses('fact', key),
    ),
  ),
];

function newOf(key: string, label: Words, of: Condition): Indicator {
  const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 12; Phiếu P0/CTV, bảng 7';
  return { ...plain, key, label, rule: { is: 'flow', of: [start(of)] }, law };
}

/** Who stopped, also by a switch; an episode ends once, whatever says so. */
export const stopUsers: readonly Indicator[] = [
  stopOf('stop_users', { vi: 'Số cặp thôi sử dụng biện pháp tránh thai', en: 'Stopped using a method' }, { all: [] }),
  ...method.codes.map(({ key, label }) =>
    stopOf(
      `stop_users[${key}]`,
      { vi: `Số cặp thôi sử dụng: ${label.vi}`, en: `Stopped using: ${label.en ?? label.vi}` },
      uses('before.person', key),
    ),
  ),
];

function stopOf(key: string, label: Words, of: Condition): Indicator {
  const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 13; Phiếu P0/CTV, bảng 8';
  const open: Condition = { is: [{ path: 'before.person.method' }, { path: 'fact.method' }] };
  const ends: FlowPart = { fact: 'method_stop', subject: 'person', where: { all: [isWifeThen, open, of] } };
  const wasUsing: Condition = { not: { unknown: { path: 'before.person.method' } } };
  return { ...plain, key, label, rule: { is: 'flow', of: [ends, start({ all: [wasUsing, of] })] }, law };
}

/** Who used each method when the day before the period closed. */
export const usersStart: readonly Indicator[] = method.codes.map(({ key, label }) =>
  endOf(
    `users_start[${key}]`,
    { vi: `Số cặp đang sử dụng đầu kỳ: ${label.vi}`, en: `Using at the start: ${label.en ?? label.vi}` },
    uses('it', key),
    'start',
  ),
);

/**
 * The rest of the change, so that users close: moved in or out while using, married, divorced, widowed, turned 15 or 50,
 * died, settled. End = start + new − stopped + these.
 */
export const usersOther: readonly Indicator[] = method.codes.map(({ key, label }) => ({
  ...plain,
  key: `users_other[${key}]`,
  label: { vi: `Số cặp tăng giảm khác: ${label.vi}`, en: `Other change: ${label.en ?? label.vi}` },
  rule: {
    is: 'sum',
    of: [
      { indicator: `users_end[${key}]`, times: 1 },
      { indicator: `users_start[${key}]`, times: -1 },
      { indicator: `new_users[${key}]`, times: -1 },
      { indicator: `stop_users[${key}]`, times: 1 },
    ],
    isNet: true,
  },
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 11–13',
}));

/** New users among temporary residents: served all the same, beside the row and not in it. */
export const newUsersTemporary: readonly Indicator[] = method.codes.map(({ key, label }) => {
  const isLodger: Condition = {
    all: [
      { is: [{ path: 'person.status' }, { value: 'active' }] },
      { is: [{ path: 'person.residence' }, { value: 'temporary' }] },
      isWife('person', dayOfFact),
    ],
  };
  return {
    ...plain,
    key: `new_users_temporary[${key}]`,
    label: { vi: `Người tạm trú mới sử dụng: ${label.vi}`, en: `New users, temporary: ${label.en ?? label.vi}` },
    rule: { is: 'flow', of: [start(uses('fact', key), isLodger)] },
    law: 'Công văn 909/TCDS-QMDS 2021 (cấp phương tiện tránh thai không phân biệt cư trú)',
  };
});
