import type { Condition, Operand } from '../../domain/condition.ts';
import type { TaskDefinition } from '../../domain/worklist.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { isFemale, today } from '../rules/spans.ts';

const until: Operand = { path: 'supply.until' };

/** What she was given is used up by now: only of what we supply, and while she uses that method. */
export const isDueForSupply: Condition = {
  all: [isFemale, isLivingHere, { not: { unknown: until } }, { not: { above: [until, today] } }],
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
];
