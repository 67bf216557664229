import { fact } from '../book/entry.ts';
import { dateOfDay } from '../chance/calendar.ts';
import { housesOf, type Month, monthly, type Town, type Village } from '../town/town.ts';

const topics = ['register', 'register', 'method', 'pregnancy', 'newborn', 'elder', 'adolescent', 'other'] as const;
/** Of one household, a year, as far as collaborators write them down. Invented. */
const visitsPerYear = 0.3;
const talksPerYear = 2;

export function planVisits(town: Town, month: Month): void {
  for (const house of housesOf(town)) {
    if (!monthly(town, visitsPerYear)) continue;
    const day = town.random.between(month.first, month.end - 1);
    town.agenda.push(day, () => {
      const person = house.members[0];
      if (person === undefined) return;
      const kind = town.random.chance(0.85) ? 'home' : 'call';
      const told = { date: dateOfDay(day), kind, topics: drawTopics(town), asked: [] };
      town.scribe.tell(day, [fact('visit', house.village.place, told, { household: house, person })]);
    });
  }
  for (const village of town.villages) if (monthly(town, talksPerYear)) talk(town, month, village);
}

function drawTopics({ random }: Town): readonly string[] {
  return [...new Set([random.pick(topics), random.pick(topics)])];
}

function talk(town: Town, month: Month, village: Village): void {
  const day = town.random.between(month.first, month.end - 1);
  const told = {
    date: dateOfDay(day),
    kind: 'talk',
    topics: drawTopics(town),
    people: town.random.between(8, 45),
    asked: [],
  };
  town.agenda.push(day, () => town.scribe.tell(day, [fact('visit', village.place, told)]));
}
