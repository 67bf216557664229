import type { Random } from '../chance/random.ts';
import { formFamilies } from './family.ts';
import { formHouseholds, type HouseholdPlan } from './household.ts';
import { drawVillagers, marry, type Window } from './villager.ts';

/** Mean size of a household, census 2019. */
export const meanHouseholdSize = 3.6;

/** An invented village of exactly `households` households, as the book opens. */
export function drawVillage(random: Random, households: number, window: Window): HouseholdPlan[] {
  const people = drawVillagers(random, Math.round(households * meanHouseholdSize), window);
  const families = formFamilies(random, people, marry(random, people));
  return random.shuffle(formHouseholds(random, families, households));
}
