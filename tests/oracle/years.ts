import { screen, startMethod, stopMethod, tellNameless } from './caring.ts';
import { addDays, daysBetween } from './chance.ts';
import {
  adopt,
  bear,
  bearSilently,
  changeResidence,
  die,
  divorce,
  leave,
  moveIn,
  moveWithin,
  reviewAdd,
  tell,
  wed,
} from './happenings.ts';
import { settle } from './settlers.ts';
import { addHome, ageOn, makeTown, type Somebody, type Told, type Town } from './town.ts';

/* Two years and a half of a random commune, a leap day among them. */

export const first = '2023-11-15';
export const last = '2026-04-20';

const happens = {
  birth: 11,
  silent: 0.4,
  death: 7,
  move_in: 9,
  review_add: 2,
  move_out: 5,
  review_remove: 2,
  move_within: 8,
  residence: 9,
  adopt: 2,
  marriage: 9,
  divorce: 3,
  method_start: 18,
  method_stop: 7,
  pregnancy: 9,
  loss: 3,
  nameless: 6,
  prenatal_screen: 11,
  newborn_screen: 8,
  elder_check: 12,
  mending: 2,
} as const;

export function tellCommune(seed: number, size: number): Told {
  const town = makeTown(seed);
  settle(town, size, first);
  for (const day of daysBetween(addDays(first, 1), last)) {
    town.scribe.turnTo(day);
    for (const child of town.silent.splice(0)) child.isHere = true;
    const busy = town.chance.percent(5) ? 9 : town.chance.percent(45) ? 0 : town.chance.between(1, 3);
    for (let count = 0; count < busy; count += 1) happenOnce(town, day);
  }
  return { lines: town.scribe.lines, first, last };
}

function happenOnce(town: Town, day: string): void {
  const { chance } = town;
  const here = town.people.filter(({ isHere }) => isHere);
  const any = (fits: (one: Somebody, age: number) => boolean) => {
    const some = here.filter((one) => fits(one, ageOn(one.birth, day)));
    return some.length === 0 ? undefined : chance.pick(some);
  };
  const woman = () => any(({ sex }, age) => sex === 'female' && age >= 14 && age < 53);
  const one = chance.pick(here);
  const doings: { readonly [kind in keyof typeof happens]: () => void } = {
    birth: () => {
      const since = addDays(day, -270);
      const mother = any(({ sex, lastBirth }, age) => sex === 'female' && age > 15 && age < 47 && lastBirth < since);
      if (mother) bear(town, mother, day);
    },
    silent: () => bearSilently(town, one, day),
    death: () => die(town, any((_, age) => age > 55 || chance.percent(5)) ?? one, day),
    move_in: () => moveIn(town, day),
    review_add: () => reviewAdd(town, day),
    move_out: () => {
      const whole = chance.percent(12) ? here.filter(({ home }) => home === one.home) : [one];
      for (const each of whole) leave(town, 'move_out', each, day);
    },
    review_remove: () => leave(town, 'review_remove', one, day),
    move_within: () => {
      const whole = chance.percent(30) ? here.filter(({ home }) => home === one.home) : [one];
      moveWithin(town, whole, chance.percent(30) ? addHome(town) : chance.pick(town.homes), day);
    },
    residence: () => changeResidence(town, one, chance.pick(['usual_present', 'usual_absent', 'temporary']), day),
    adopt: () => adopt(town, day),
    marriage: () => marryOff(town, any, day),
    divorce: () => {
      const each = any(({ marital, spouse }) => marital === 'married' && spouse?.isDead !== true);
      if (each) divorce(town, each, day);
    },
    method_start: () => {
      const each = woman();
      if (each) startMethod(town, each, day);
    },
    method_stop: () => {
      const each = any(({ method }) => method !== '');
      if (each) stopMethod(town, each, day);
    },
    pregnancy: () => {
      const each = woman();
      if (each) tell(town, 'pregnancy', each, day, { number: each.children + 1 });
      if (each && chance.percent(15)) screen(town, 'prenatal_screen', each, day);
    },
    loss: () => {
      const each = woman();
      if (each) tell(town, chance.pick(['miscarriage', 'abortion']), each, day);
    },
    nameless: () => tellNameless(town, day),
    prenatal_screen: () => {
      const each = woman();
      if (each) screen(town, 'prenatal_screen', each, day);
    },
    newborn_screen: () => {
      const child = any((_, age) => age < 1);
      if (child) screen(town, 'newborn_screen', child, day);
    },
    elder_check: () => {
      const old = any((_, age) => age > 57);
      if (old) tell(town, 'elder_check', old, day);
    },
    mending: () => mend(town, one, day),
  };
  doings[chance.weigh(happens)]();
}

type Finder = (fits: (one: Somebody, age: number) => boolean) => Somebody | undefined;

/** Some move to the other's house on the day, before the wedding is written or after it; some marry somebody unknown here. */
function marryOff(town: Town, any: Finder, day: string): void {
  const { chance } = town;
  // Not on the day of a divorce: written late, it would come after the wedding.
  const mayMarry = ({ marital, sex, lastDivorce }: Somebody, age: number) =>
    marital !== 'married' && sex !== '' && lastDivorce !== day && age > 14 && age < 60;
  const one = any(mayMarry);
  if (one === undefined) return;
  const other = any((each, age) => mayMarry(each, age) && each.sex !== one.sex);
  const [isMoving, isMovingFirst] = [chance.percent(40), chance.percent(50)];
  if (other === undefined || chance.percent(25)) {
    wed(town, one, undefined, day);
    if (isMoving) moveWithin(town, [one], chance.pick(town.homes), day);
    return;
  }
  if (isMoving && isMovingFirst) moveWithin(town, [other], one.home, day);
  wed(town, one, other, day);
  if (isMoving && !isMovingFirst) moveWithin(town, [other], one.home, day);
}

/** A birth date or a sex that was written wrongly: what stands now has always been so. */
function mend({ chance, scribe }: Town, one: Somebody, day: string): void {
  const year = Number(one.birth.slice(0, 4)) - 1;
  const isOld = ageOn(one.birth, day) > 5;
  const fields =
    isOld && chance.percent(60)
      ? { birthDate: `${year}${one.birth.slice(4).replace('-02-29', '-03-01')}` }
      : { sex: chance.pick(['male', 'female']) };
  scribe.put('person', one.home.village, fields, one.id);
}
