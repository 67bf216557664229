import type { Fields } from './scribe.ts';
import { addHome, addPerson, ageOn, birthAt, type Home, type Somebody, type Town } from './town.ts';

/* What happens to people: each writes its facts and keeps the town as it is afterwards. */

export function tell(town: Town, kind: string, person: Somebody, date: string, fields: Fields = {}): string {
  return town.scribe.fact(kind, person.home.village, date, { person: person.id, ...fields });
}

const residences = ['usual_present', 'usual_present', 'usual_present', 'usual_absent', 'temporary'];

export function bear(town: Town, mother: Somebody, date: string): void {
  const { chance, scribe } = town;
  const isMultiple = chance.percent(10);
  const firstOrder = mother.children + 1;
  const residence = mother.residence === 'temporary' ? 'temporary' : 'usual_present';
  for (let count = isMultiple ? chance.pick([2, 2, 2, 3]) : 1; count > 0; count -= 1) {
    mother.children += 1;
    const sex = chance.percent(2) ? '' : chance.pick(['male', 'female']);
    const child = addPerson(town, { home: mother.home, sex, birth: date, residence });
    child.isHere = true;
    scribe.fact('birth', mother.home.village, date, {
      child: child.id,
      household: mother.home.id,
      residence,
      order: mother.children,
      ...(chance.percent(94) ? { mother: mother.id } : {}),
      ...(isMultiple ? { multiple: true, firstOrder } : {}),
    });
  }
  mother.lastBirth = date;
}

/** In the book since the day of birth, and nobody wrote the birth down. */
export function bearSilently(town: Town, mother: Somebody, date: string): void {
  const sex = town.chance.pick(['male', 'female']);
  const child = addPerson(town, { home: mother.home, sex, birth: date, residence: 'usual_present', isKnown: true });
  child.isHere = false;
  town.silent.push(child);
}

export function die(town: Town, person: Somebody, date: string): void {
  const { spouse } = person;
  const isWidowing = person.marital === 'married' && spouse?.marital === 'married' && spouse.spouse === person;
  const named = isWidowing && town.chance.percent(40) ? { spouse: spouse.id } : {};
  tell(town, 'death', person, date, named);
  person.isHere = false;
  person.isDead = true;
  if (isWidowing) spouse.marital = 'widowed';
}

function comes(town: Town, kind: 'move_in' | 'review_add', person: Somebody, date: string): void {
  const { home, residence, marital } = person;
  const reason = kind === 'review_add' ? { reason: 'missed' } : {};
  tell(town, kind, person, date, { household: home.id, residence, marital, ...reason });
  person.isHere = true;
}

/** A family, or somebody alone; some of them come back. */
export function moveIn(town: Town, date: string): void {
  const { chance, people } = town;
  const gone = people.filter(({ isHere, isDead, marital }) => !isHere && !isDead && marital !== 'married');
  const home = chance.percent(50) ? addHome(town) : chance.pick(town.homes);
  const residence = chance.pick(residences);
  if (gone.length > 0 && chance.percent(30)) {
    const back = chance.pick(gone);
    Object.assign(back, { home, residence });
    comes(town, chance.percent(30) ? 'review_add' : 'move_in', back, date);
    return;
  }
  const newcomer = (sex: string, age: number, marital: string) =>
    addPerson(town, { home, sex, birth: birthAt(town, age, date), residence, marital });
  const isCouple = chance.percent(35);
  const one = newcomer(chance.pick(['male', 'female']), chance.between(16, 66), isCouple ? 'married' : 'single');
  comes(town, 'move_in', one, date);
  if (!isCouple) return;
  const other = newcomer(one.sex === 'male' ? 'female' : 'male', chance.between(18, 45), 'married');
  comes(town, 'move_in', other, date);
}

export function reviewAdd(town: Town, date: string): void {
  const { chance } = town;
  const birth = birthAt(town, chance.between(0, 80), date);
  const [home, residence] = [chance.pick(town.homes), chance.pick(residences)];
  comes(town, 'review_add', addPerson(town, { home, sex: chance.pick(['male', 'female']), birth, residence }), date);
}

export function leave(town: Town, kind: 'move_out' | 'review_remove', person: Somebody, date: string): void {
  tell(town, kind, person, date, kind === 'review_remove' ? { reason: 'gone' } : {});
  person.isHere = false;
}

export function moveWithin(town: Town, people: readonly Somebody[], to: Home, date: string): void {
  for (const person of people) {
    if (person.home === to) continue;
    tell(town, 'move_internal', person, date, { toHousehold: to.id });
    person.home = to;
  }
}

export function changeResidence(town: Town, person: Somebody, to: string, date: string): void {
  if (person.residence === to) return;
  tell(town, 'change_info', person, date, { field: 'residence', old: person.residence, new: to });
  person.residence = to;
}

export function adopt(town: Town, date: string): void {
  const { chance, people } = town;
  const home = chance.pick(town.homes);
  const children = people.filter(({ isHere, birth }) => isHere && ageOn(birth, date) < 14);
  if (children.length > 0 && chance.percent(50)) {
    const child = chance.pick(children);
    tell(town, 'adopt', child, date, { household: home.id });
    child.home = home;
    return;
  }
  const residence = chance.pick(['usual_present', 'usual_present', 'temporary']);
  const child = addPerson(town, {
    home,
    sex: chance.pick(['male', 'female']),
    birth: birthAt(town, 3, date),
    residence,
  });
  tell(town, 'adopt', child, date, { household: home.id, residence, from: 'Nơi khác' });
  child.isHere = true;
}

/** Written by one of the two, or by both; the second often leaves out what the first said. */
export function wed(town: Town, one: Somebody, other: Somebody | undefined, date: string): void {
  const { chance, scribe } = town;
  const said: Fields = { premaritalCheck: chance.percent(40), ...(chance.percent(20) ? { closeKin: true } : {}) };
  const write = (a: Somebody, b: Somebody | undefined, more: Fields) =>
    scribe.fact('marriage', a.home.village, date, { person: a.id, ...(b && { spouse: b.id }), ...more });
  const [first, second] = chance.percent(30) ? [{}, said] : [said, chance.percent(50) ? said : {}];
  write(one, other, other === undefined ? said : first);
  if (other !== undefined && (chance.percent(45) || first !== said)) write(other, one, second);
  one.marital = 'married';
  one.spouse = other;
  if (other !== undefined) Object.assign(other, { marital: 'married', spouse: one });
}

export function divorce(town: Town, one: Somebody, date: string): void {
  const { chance, scribe } = town;
  const other = one.spouse?.spouse === one && one.spouse.marital === 'married' ? one.spouse : undefined;
  const write = (a: Somebody, b: Somebody | undefined) =>
    scribe.fact('divorce', a.home.village, date, { person: a.id, ...(b && { spouse: b.id }) });
  write(one, other);
  if (other !== undefined && chance.percent(40)) write(other, one);
  for (const each of [one, ...(other ? [other] : [])])
    Object.assign(each, { marital: 'divorced', spouse: undefined, lastDivorce: date });
}
