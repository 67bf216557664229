import { stopMethod } from '../care/methods.ts';
import { planPregnancy } from '../care/pregnancies.ts';
import { yearsBetween } from '../chance/calendar.ts';
import { birthsByMotherGroup } from '../people/pyramid.ts';
import { drawCount } from '../people/villager.ts';
import { type Month, onDay, type Person, peopleOf, type Town } from '../town/town.ts';

/** Children a woman has in her life, 2015–2020 (World Population Prospects 2019). */
const totalFertility = 2.0556;

/** Of conceptions that end with a birth; the others are miscarriages and abortions. Invented. */
const carried = 0.86;

/** Days between two conceptions of one woman, at least. */
const rest = 300;

/** Who becomes pregnant: as many women of each age group as the national rates say, of those who can. */
export function planConceptions(town: Town, month: Month): void {
  const women = groupWomen(town, month.first);
  for (const [index, [, percent]] of birthsByMotherGroup.entries()) {
    const group = women[index] ?? [];
    const births = (group.length * totalFertility * percent) / 100 / 5 / 12;
    const able = group.filter((woman) => canConceive(woman, month.first));
    for (let count = drawCount(town.random, births / carried); count > 0; count--) choose(town, able, month);
  }
}

function groupWomen(town: Town, day: number): readonly (readonly Person[])[] {
  const groups = birthsByMotherGroup.map((): Person[] => []);
  for (const person of peopleOf(town)) {
    if (person.sex !== 'female' || person.house?.isCollective === true) continue;
    groups[Math.floor((yearsBetween(person.born, day) - 15) / 5)]?.push(person);
  }
  return groups;
}

function canConceive({ isPregnant, gaveBirth, method }: Person, day: number): boolean {
  return !isPregnant && day - gaveBirth > rest && method !== 'ster_f' && method !== 'ster_m';
}

/** Later children are rarer; a woman without a husband seldom bears one. Invented, so that a tenth are third or later. */
function likelihood({ marital, children }: Person): number {
  if (marital !== 'married') return 0.02;
  return [1, 0.75, 0.09][children] ?? 0.04;
}

function choose(town: Town, able: readonly Person[], month: Month): void {
  if (able.length === 0) return;
  for (let turn = 0; turn < 60; turn++) {
    const woman = town.random.pick(able);
    if (woman.isPregnant || !town.random.chance(likelihood(woman))) continue;
    conceive(town, woman, town.random.between(month.first, month.end - 1));
    return;
  }
}

/** Who uses a method stops it first, and conceives some weeks later. */
function conceive(town: Town, woman: Person, day: number): void {
  woman.isPregnant = true;
  const wait = woman.method === undefined ? 0 : town.random.between(20, 120);
  onDay(town, day, woman, () => {
    if (woman.method !== undefined) stopMethod(town, woman, day, 'wants_child');
    onDay(town, day + wait, woman, (begun) => planPregnancy(town, woman, begun, town.random.chance(carried)));
  });
}
