import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind } from '../held.ts';
import { holdsNumber, numberingArea } from '../numbering.ts';
import type { Act, ActPlan, ActProblem } from './act.ts';
import { isNumber, numberPuts } from './number-puts.ts';
import { problem } from './problem.ts';
import { toldPut } from './told-put.ts';

type Renumber = Extract<Act, { readonly is: 'renumber' }>;

/** New numbers for these households, each once in its numbering area; what a household was called stays searchable. */
export function planRenumber(folk: Folk, act: Renumber, today: string): ActPlan {
  const told = Object.entries(act.numbers).map(([id, number]) => ({ id, number, household: folk.book.get(id) }));
  const problems = told.flatMap(({ id, number, household }): readonly ActProblem[] => {
    if (household?.kind !== householdKind) return [problem('no_household', id)];
    return isNumber(number) ? [] : [problem('malformed_number', id)];
  });
  const all = [...problems, ...(problems.length === 0 ? clashes(folk, act) : [])];
  if (all.some(({ strength }) => strength === 'stop')) return { problems: all, drafts: [] };
  return {
    problems: all,
    drafts: told.flatMap(({ number, household }) =>
      household === undefined ? [] : renumberOne(household, number, act.area, today),
    ),
  };
}

/** As the book would be afterwards: two of one number in one area must not be. */
function clashes(folk: Folk, act: Renumber): readonly ActProblem[] {
  const taken = new Map<string, string>();
  const found: ActProblem[] = [];
  for (const household of folk.book.all(householdKind)) {
    const isTold = Object.hasOwn(act.numbers, household.id);
    const number = isTold ? act.numbers[household.id] : household.fields.number;
    if (number == null || !(isTold || holdsNumber(folk, household))) continue;
    const fields = isTold && act.area !== undefined ? { area: act.area } : household.fields;
    const key = `${numberingArea(fields, household.place)} ${number}`;
    const other = taken.get(key);
    if (other !== undefined && (isTold || Object.hasOwn(act.numbers, other)))
      found.push(problem('number_twice', household.id));
    taken.set(key, household.id);
  }
  return found;
}

function renumberOne(household: Held, number: number, area: string | undefined, today: string): readonly OpDraft[] {
  const put = numberPuts(household, number, area);
  return Object.keys(put).length === 0 ? [] : toldPut(household, put, { date: today, act: 'renumber' });
}
