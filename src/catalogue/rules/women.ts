import type { Condition, Operand } from '../../domain/condition.ts';
import { isAged } from './age/ages.ts';
import { isResident } from './is-resident.ts';

/* Women of reproductive age: 15 to 49 completed years (Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 3). */

/** When the last day of a stock closes. */
export const closingDay: Operand = { path: 'day' };
/** The day of a fact. */
export const dayOfFact: Operand = { path: 'fact.date' };
/** Birth date of a child's mother; of one who is in no book, as it was told. */
export const bornOfMother: Operand = { firstOf: [{ path: 'mother.birthDate' }, { path: 'fact.motherBirthDate' }] };

function isOfAge(who: string, day: Operand): Condition {
  return { all: [{ is: [{ path: `${who}.sex` }, { value: 'female' }] }, isAged(who, day, 15, 50)] };
}

/** A woman of reproductive age in a marriage, resident or not. */
export function isWife(who: string, day: Operand): Condition {
  return { all: [isOfAge(who, day), { is: [{ path: `${who}.marital` }, { value: 'married' }] }] };
}

/** The same, and a resident on that day. */
export function isFertileWife(who: string, day: Operand): Condition {
  return { all: [isResident(who), isWife(who, day)] };
}
