import { formFamilies } from './family.ts';
import { formHouseholds, type HouseholdPlan } from './household.ts';
import type { Random } from './random.ts';
import { drawVillagers, marry } from './villager.ts';

/** Mean size of a household, census 2019. */
export const meanHouseholdSize = 3.6;

/** An invented village of exactly `households` households. */
export function drawVillage(random: Random, households: number, today: string, lastBirth: string): HouseholdPlan[] {
  const people = drawVillagers(random, Math.round(households * meanHouseholdSize), today, lastBirth);
  const families = formFamilies(random, people, marry(random, people));
  return random.shuffle(formHouseholds(random, families, households));
}
