import type { Condition } from '../../../domain/condition.ts';

/* Rules over answers, said shortly. */

export const livesHere: Condition = { is: [{ path: 'person.status' }, { value: 'active' }] };

export function isYes(question: string): Condition {
  return { is: [{ path: question }, { value: true }] };
}

export function isNo(question: string): Condition {
  return { is: [{ path: question }, { value: false }] };
}

export function isCode(question: string, code: string): Condition {
  return { is: [{ path: question }, { value: code }] };
}

export function isSame(one: string, other: string): Condition {
  return { is: [{ path: one }, { path: other }] };
}

/** Whether the person a page is about lives here and is a woman of these ages, or of an age nobody knows. */
export function isWoman(from: number, to: number): Condition {
  const age = { yearsFrom: { path: 'person.birthDate' }, to: { path: 'today' } };
  return {
    all: [
      livesHere,
      { is: [{ path: 'person.sex' }, { value: 'female' }] },
      { not: { any: [{ below: [age, { value: from }] }, { above: [age, { value: to }] }] } },
    ],
  };
}
