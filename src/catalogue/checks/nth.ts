import type { Condition, Operand } from '../../domain/condition.ts';
import type { Check } from '../../domain/form/check.ts';

/* A form that writes several people at once asks the same of each: the questions of the third are "fullName3", "sex3". */

/** Values of who is the head of the household that a form is asked at. */
const head = 'household.head.';

/** The key of a question about the first, second or third of several. The words of a date stay beside its date. */
export function nth(key: string, place: number): string {
  if (place === 0) return key;
  const said = /^(.+)Said$/.exec(key);
  return said === null ? `${key}${place + 1}` : `${said[1]}${place + 1}Said`;
}

/** The same check over the answers about another one of several; the first is the head. What else it speaks of stays. */
export function nthCheck(check: Check, keys: ReadonlySet<string>, place: number): Check {
  if (place === 0) return check;
  const turned = renamed(check, (path) => {
    const [first = '', ...rest] = path.split('.');
    if (path.startsWith(head)) return path.slice(head.length);
    if (first === 'alike') return ['alike', nth(rest.join('.'), place)].join('.');
    return [keys.has(first) ? nth(first, place) : first, ...rest].join('.');
  });
  return { ...turned, id: nth(check.id, place), field: nth(check.field, place) };
}

function renamed(check: Check, rename: (path: string) => string): Check {
  const names = Object.entries(check.names ?? {}).map(([name, operand]) => [name, inOperand(operand, rename)] as const);
  return { ...check, when: inCondition(check.when, rename), names: Object.fromEntries(names) };
}

type Rename = (path: string) => string;

function inCondition(condition: Condition, rename: Rename): Condition {
  const pair = ([one, other]: readonly [Operand, Operand]) =>
    [inOperand(one, rename), inOperand(other, rename)] as const;
  if ('all' in condition) return { all: condition.all.map((part) => inCondition(part, rename)) };
  if ('any' in condition) return { any: condition.any.map((part) => inCondition(part, rename)) };
  if ('not' in condition) return { not: inCondition(condition.not, rename) };
  if ('is' in condition) return { is: pair(condition.is) };
  if ('below' in condition) return { below: pair(condition.below) };
  if ('above' in condition) return { above: pair(condition.above) };
  if ('oneOf' in condition) return { oneOf: [inOperand(condition.oneOf[0], rename), condition.oneOf[1]] };
  if ('unknown' in condition) return { unknown: inOperand(condition.unknown, rename) };
  if ('complete' in condition) return { complete: inOperand(condition.complete, rename) };
  return { emptied: rename(condition.emptied) };
}

function inOperand(operand: Operand, rename: Rename): Operand {
  if ('path' in operand) return { path: rename(operand.path) };
  if ('value' in operand) return operand;
  if ('lengthOf' in operand) return { lengthOf: inOperand(operand.lengthOf, rename) };
  if ('bandOf' in operand) return { ...operand, bandOf: inOperand(operand.bandOf, rename) };
  if ('after' in operand) return { ...operand, after: inOperand(operand.after, rename) };
  if ('firstOf' in operand) return { firstOf: operand.firstOf.map((part) => inOperand(part, rename)) };
  if ('yearsFrom' in operand)
    return { yearsFrom: inOperand(operand.yearsFrom, rename), to: inOperand(operand.to, rename) };
  return { daysFrom: inOperand(operand.daysFrom, rename), to: inOperand(operand.to, rename) };
}
