import {
  addHome,
  addPerson,
  ageOn,
  birthAt,
  commune,
  type Home,
  methods,
  type Somebody,
  type Town,
  villages,
} from './town.ts';

/* Who stands in the book when it begins: families, single people, the old, lodgers, some who left or died before. */

/** Fills a town with some `size` people, and says who is a collaborator. */
export function settle(town: Town, size: number, day: string): void {
  while (town.people.length < size) settleHome(town, day);
  for (const place of [...villages, commune]) {
    const since = town.chance.pick(['2019-01-01', '2024-07-01', '2025-10-15']);
    const until = town.chance.percent(40)
      ? { until: town.chance.pick(['2024-12-31', '2025-03-14', '2026-06-30']) }
      : {};
    if (town.chance.percent(80)) town.scribe.put('collaborator', place, { fullName: 'Cộng tác viên', since, ...until });
  }
}

interface Settler {
  readonly home: Home;
  readonly residence: string;
  readonly sex: string;
  readonly age: number;
  readonly marital: string;
  readonly isGone?: 'left' | 'dead';
}

function settler(town: Town, day: string, { age, ...given }: Settler): Somebody {
  return addPerson(town, { ...given, birth: birthAt(town, age, day), isKnown: true });
}

function settleHome(town: Town, day: string): void {
  const { chance } = town;
  const home = addHome(town);
  const residence = chance.percent(12) ? 'temporary' : chance.percent(8) ? 'usual_absent' : 'usual_present';
  const here = { home, residence };
  const age = chance.between(20, 68);
  if (chance.percent(65)) settleFamily(town, day, here, age);
  else settler(town, day, { ...here, sex: 'male', age, marital: chance.pick(['single', 'divorced']) });
  const anySex = () => chance.pick(['male', 'female']);
  if (chance.percent(25))
    settler(town, day, { ...here, sex: anySex(), age: chance.between(59, 94), marital: 'widowed' });
  if (chance.percent(8)) settler(town, day, { ...here, sex: 'female', age: chance.between(17, 40), marital: 'single' });
  if (chance.percent(4)) settler(town, day, { ...here, sex: '', age: chance.between(1, 60), marital: 'single' });
  if (chance.percent(6))
    settler(town, day, { ...here, sex: 'male', age: 30, marital: 'single', isGone: chance.pick(['left', 'dead']) });
}

function settleFamily(town: Town, day: string, here: Pick<Settler, 'home' | 'residence'>, age: number): void {
  const { chance, scribe } = town;
  const man = settler(town, day, { ...here, sex: 'male', age, marital: 'married' });
  const wifeAge = Math.max(17, age - chance.between(-2, 6));
  const wife = settler(town, day, { ...here, sex: 'female', age: wifeAge, marital: 'married' });
  man.spouse = wife;
  wife.spouse = man;
  scribe.put('person', here.home.village, { spouse: wife.id }, man.id);
  wife.method = wifeAge < 52 && chance.percent(55) ? chance.pick(methods) : '';
  scribe.put('person', here.home.village, { spouse: man.id, ...(wife.method && { method: wife.method }) }, wife.id);
  for (let count = chance.between(0, 3); count > 0; count -= 1) {
    const childAge = chance.between(0, Math.max(0, ageOn(wife.birth, day) - 17));
    settler(town, day, { ...here, sex: chance.pick(['male', 'female']), age: childAge, marital: 'single' });
    wife.children += 1;
  }
}
