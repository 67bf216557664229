import type { Fields } from '../../domain/value.ts';
import { fact } from '../book/entry.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { giveBirth } from '../life/births.ts';
import { onDay, type Person, placeOf, type Town } from '../town/town.ts';
import { clinics } from './newborn-screens.ts';

/* Pregnancies and what is tested in them. Shares are invented. */

const prenatalTests = ['edward', 'down', 'patau', 'thalassemia'] as const;

/** What comes of a conception: it is known, screened, and ends with a birth or a loss. */
export function planPregnancy(town: Town, woman: Person, begun: number, isCarried: boolean): void {
  const { random } = town;
  woman.isPregnant = true;
  const during = (days: number, act: (day: number) => void) =>
    onDay(town, begun + days, woman, (day) => {
      if (woman.isPregnant) act(day);
    });
  const isNamed = random.chance(0.98);
  woman.pregnancies = Math.max(woman.pregnancies, woman.children) + 1;
  during(random.between(30, 55), (day) => tellPregnancy(town, woman, day, isNamed));
  if (!isCarried) {
    during(random.between(58, 100), (day) => losePregnancy(town, woman, day, isNamed));
    return;
  }
  if (isNamed && random.chance(0.72)) during(84 + random.between(-5, 6), (day) => screen(town, woman, day, 12));
  if (isNamed && random.chance(0.55)) during(147 + random.between(-5, 6), (day) => screen(town, woman, day, 21));
  during(random.between(257, 287), (day) => giveBirth(town, woman, day));
}

function tellPregnancy(town: Town, woman: Person, day: number, isNamed: boolean): void {
  const about = isNamed ? { number: woman.pregnancies } : { ageGroup: ageGroup(woman, day) };
  tellOf(town, 'pregnancy', woman, day, isNamed, about);
}

function losePregnancy(town: Town, woman: Person, day: number, isNamed: boolean): void {
  woman.isPregnant = false;
  const kind = town.random.chance(0.75) ? 'miscarriage' : 'abortion';
  tellOf(town, kind, woman, day, isNamed, isNamed ? {} : { ageGroup: ageGroup(woman, day) });
}

/** What somebody would not have said of her with her name stands without it. */
function tellOf(town: Town, kind: string, woman: Person, day: number, isNamed: boolean, about: Fields): void {
  const told = { date: dateOfDay(day), ...about, asked: [] };
  town.scribe.tell(day, [fact(kind, placeOf(woman), told, isNamed ? { person: woman } : {})]);
}

function ageGroup(woman: Person, day: number): string {
  const age = yearsBetween(woman.born, day);
  if (age < 18) return 'under18';
  if (age < 20) return '18_19';
  return age < 35 ? '20_34' : '35_49';
}

function screen(town: Town, woman: Person, day: number, week: number): void {
  const { random } = town;
  const all = random.chance(0.7);
  const results = prenatalTests
    .filter((_, index) => all || index < 3)
    .map((test) => [test, random.chance(0.96) ? 'low_risk' : 'high_risk'] as const);
  const told = {
    date: dateOfDay(day),
    week,
    ...Object.fromEntries(results),
    performedAt: random.pick(clinics),
    asked: [],
  };
  town.scribe.tell(day, [fact('prenatal_screen', placeOf(woman), told, { person: woman })]);
}
