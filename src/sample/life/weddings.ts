import type { Fields } from '../../domain/value.ts';
import { type Entry, fact } from '../book/entry.ts';
import { newcomer } from '../book/records.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { drawTown } from '../moves/elsewhere.ts';
import { canSpare, drawStranger, enter, leave, moveWithin, settleRest } from '../town/houses.ts';
import { type Month, monthly, type Person, peopleOf, placeOf, someDay, type Town } from '../town/town.ts';

/** Weddings a year of an unmarried woman of that age. Invented; those under 18 are what "tảo hôn" counts. */
const weddings: readonly (readonly [fromAge: number, rate: number])[] = [
  [45, 0.002],
  [35, 0.03],
  [30, 0.1],
  [25, 0.24],
  [20, 0.18],
  [18, 0.07],
  [16, 0.005],
];

/** Both from here, a bride who comes, a bride who goes. */
export function planWeddings(town: Town, month: Month): void {
  const men = bachelors(town, month);
  for (const woman of peopleOf(town)) {
    if (woman.sex !== 'female' || !isFree(woman)) continue;
    const age = yearsBetween(woman.born, month.first);
    if (!monthly(town, weddings.find(([from]) => age >= from)?.[1] ?? 0)) continue;
    const luck = town.random.unit();
    const man = fitting(town, men, age);
    if (luck < 0.35 || man === undefined) someDay(town, month, woman, (day) => marryAway(town, woman, day));
    else if (luck < 0.7) someDay(town, month, man, (day) => bringBride(town, man, day));
    else someDay(town, month, woman, (day) => marryHere(town, man, woman, day));
  }
}

function isFree({ marital, isPregnant, residence }: Person): boolean {
  return marital !== 'married' && !isPregnant && residence !== 'temporary';
}

function bachelors(town: Town, month: Month): readonly Person[] {
  return [...peopleOf(town)].filter(
    (man) => man.sex === 'male' && isFree(man) && Math.abs(yearsBetween(man.born, month.first) - 32) < 15,
  );
}

function fitting(town: Town, men: readonly Person[], age: number): Person | undefined {
  if (men.length === 0) return undefined;
  const some = Array.from({ length: 8 }, () => town.random.pick(men));
  const born = (man: Person) => yearsBetween(man.born, town.opens);
  return some.sort((a, b) => Math.abs(born(a) - age - 2) - Math.abs(born(b) - age - 2))[0];
}

function terms({ random }: Town, day: number): Fields {
  return {
    date: dateOfDay(day),
    premaritalCheck: random.chance(0.64),
    ...(random.chance(0.002) ? { closeKin: true } : {}),
    asked: [],
  };
}

function unite(man: Person, woman: Person): void {
  man.marital = 'married';
  woman.marital = 'married';
  man.spouse = woman;
  woman.spouse = man;
}

function relationOfBride({ relation }: Person): string {
  if (relation === 'head') return 'spouse';
  return relation === 'child' || relation === 'adopted' ? 'daughter_in_law' : 'other';
}

function marryHere(town: Town, man: Person, woman: Person, day: number): void {
  const { house } = man;
  const from = woman.house;
  if (house === undefined || from === undefined || house === from || !isFree(man) || !isFree(woman)) return;
  const isMoving = !house.isCollective && woman.relation !== 'head' && canSpare(woman, day);
  const wedding = fact('marriage', placeOf(man), terms(town, day), { person: man, spouse: woman });
  const moved: readonly Entry[] = isMoving ? moveWithin(woman, house, relationOfBride(man), day) : [];
  unite(man, woman);
  town.scribe.tell(day, [wedding, ...moved]);
  if (isMoving) settleRest(town, from, day);
}

function bringBride(town: Town, man: Person, day: number): void {
  const { house } = man;
  if (house === undefined || house.isCollective || !isFree(man)) return;
  const woman = drawStranger(town, 'female', man.born + town.random.between(-400, 2200));
  if (yearsBetween(woman.born, day) < 18) return;
  enter(woman, house, relationOfBride(man));
  const { place } = house.village;
  const arrival = {
    date: dateOfDay(day),
    residence: 'usual_present',
    marital: 'single',
    from: drawTown(town),
    asked: [],
  };
  const entries = [
    newcomer(town.random, woman, place, day),
    fact('move_in', place, arrival, { person: woman, household: house }),
    fact('marriage', place, terms(town, day), { person: man, spouse: woman }),
  ];
  unite(man, woman);
  town.scribe.tell(day, entries);
}

/** To somebody whom the book knows by name only; most go to live there. */
function marryAway(town: Town, woman: Person, day: number): void {
  const { house } = woman;
  if (house === undefined || !isFree(woman)) return;
  const { name } = drawStranger(town, 'male', woman.born);
  const isGoing = woman.relation !== 'head' && canSpare(woman, day) && town.random.chance(0.85);
  const entries = [fact('marriage', placeOf(woman), { ...terms(town, day), spouseName: name }, { person: woman })];
  if (isGoing) {
    const told = { date: dateOfDay(day), to: drawTown(town), asked: [] };
    entries.push(fact('move_out', placeOf(woman), told, { person: woman }));
    leave(woman);
  }
  woman.marital = 'married';
  woman.spouse = undefined;
  town.scribe.tell(day, entries);
  if (isGoing) settleRest(town, house, day);
}
