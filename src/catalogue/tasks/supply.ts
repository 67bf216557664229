import type { Condition, Operand } from '../../domain/condition.ts';
import type { TaskDefinition } from '../../domain/worklist.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { isFemale, today } from '../rules/spans.ts';

const until: Operand = { path: 'supply.until' };

/** What she was given is used up by now: only of what we supply, and while she uses that method. */
export const isDueForSupply: Condition = {
  all: [isFemale, isLivingHere, { not: { unknown: until } }, { not: { above: [until, today] } }],
};

const ends: Operand = { path: 'method.ends' };

/** An injection, an implant, a device ends by itself: what we supplied ourselves is told as a supply that is due. */
export const hasMethodThatEnds: Condition = {
  all: [isFemale, isLivingHere, { unknown: until }, { not: { unknown: ends } }, { not: { above: [ends, today] } }],
};

export const supplyTasks: readonly TaskDefinition[] = [
  {
    key: 'supply_due',
    kind: 'person',
    where: isDueForSupply,
    due: until,
    reason: { vi: 'Đến kỳ cấp tiếp (xem ở phần riêng)', en: 'Due for the next supply (see the own panel)' },
    form: 'panel',
    law: 'Thông tư 02/2021/TT-BYT (cấp tại hộ); mức dùng thường lệ là số tạm đặt',
  },
  {
    key: 'method_ends',
    kind: 'person',
    where: hasMethodThatEnds,
    due: ends,
    reason: { vi: 'Đến hạn cần xem lại (xem ở phần riêng)', en: 'Due to be looked at again (see the own panel)' },
    form: 'panel',
    law: 'Thông tư 02/2021/TT-BYT; thời hạn của mỗi lần tiêm, cấy, đặt là số tạm đặt',
  },
];
