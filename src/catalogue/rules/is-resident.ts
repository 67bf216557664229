import type { Condition } from '../../domain/condition.ts';

/**
 * "Nhân khẩu thực tế thường trú": alive, not moved out, living here usually, present or away. Temporary residents are
 * served and never counted (Thông tư 01/2022/TT-BYT, Phụ lục I).
 */
export function isResident(who: string): Condition {
  return {
    all: [
      { is: [{ path: `${who}.status` }, { value: 'active' }] },
      { oneOf: [{ path: `${who}.residence` }, ['usual_present', 'usual_absent']] },
    ],
  };
}
