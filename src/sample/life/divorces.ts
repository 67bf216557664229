import { fact } from '../book/entry.ts';
import { dateOfDay } from '../chance/calendar.ts';
import { depart } from '../moves/goings.ts';
import { type Month, monthly, type Person, peopleOf, placeOf, someDay, type Town } from '../town/town.ts';

/** Of 1,000 wives, a year. Invented. */
const divorcesOfThousand = 3;

export function planDivorces(town: Town, month: Month): void {
  for (const wife of peopleOf(town)) {
    if (wife.sex !== 'female' || wife.marital !== 'married' || wife.isPregnant) continue;
    if (monthly(town, divorcesOfThousand / 1000)) someDay(town, month, wife, (day) => part(town, wife, day));
  }
}

function part(town: Town, wife: Person, day: number): void {
  const husband = wife.spouse;
  if (wife.marital !== 'married' || wife.isPregnant || (husband !== undefined && husband.house === undefined)) return;
  town.scribe.tell(day, [
    fact('divorce', placeOf(wife), { date: dateOfDay(day), asked: [] }, { person: wife, spouse: husband }),
  ]);
  for (const one of [wife, husband]) {
    if (one === undefined) continue;
    one.marital = 'divorced';
    one.spouse = undefined;
  }
  if (wife.relation !== 'head' && town.random.chance(0.5)) depart(town, wife, day + town.random.between(1, 20));
}
