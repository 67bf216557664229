/* What may happen to somebody on a day: each act moves the person, tells it in a row, and tallies it. */

export interface Somebody {
  key: string;
  sex: 'male' | 'female';
  birth: string;
  home: string;
  residence: string;
  marital: string;
  spouse: string;
  status: string;
  method: string;
  mother: string;
}

export interface Tally {
  births: number;
  deaths: number;
  move_in: number;
  move_out: number;
  review_add: number;
  review_remove: number;
  married_persons: number;
  marriages: number;
  premarital_couples: number;
  divorced_persons: number;
  new_users: number;
  stop_users: number;
}

/** A month in which nothing happened. */
export const nothing: Tally = {
  births: 0,
  deaths: 0,
  move_in: 0,
  move_out: 0,
  review_add: 0,
  review_remove: 0,
  married_persons: 0,
  marriages: 0,
  premarital_couples: 0,
  divorced_persons: 0,
  new_users: 0,
  stop_users: 0,
};
const methods = ['iud', 'pill', 'condom', 'inject'];
export const eventColumns = [
  'event_key',
  'kind',
  'date',
  'person_key',
  'household_key',
  'from_marital',
  'from_residence',
  'mother_key',
  'birth_order',
  'multiple',
  'from',
  'to',
  'to_household_key',
  'spouse_key',
  'premarital_check',
  'method',
  'reason',
  'field',
  'old',
  'new',
];

export type Pick = (limit: number) => number;

export interface World {
  readonly people: Map<string, Somebody>;
  readonly add: (some: Partial<Somebody>) => Somebody;
  readonly homes: readonly string[];
  readonly villageOf: (home: string) => string;
  readonly pick: Pick;
  readonly rows: string[][];
  readonly tallies: Map<string, Tally>;
}

type Cells = { readonly [column: string]: string };

export function isResident({ status, residence }: Somebody): boolean {
  return status === 'active' && residence !== 'temporary';
}

/** One person's day: how it is told in a row, and how it is tallied. */
interface Day {
  readonly world: World;
  readonly one: Somebody;
  readonly date: string;
  readonly touched: Set<string>;
  /** A home drawn at random. */
  readonly home: string;
  tell(kind: string, person: Somebody, cells: Cells): void;
  count(what: keyof Tally, home: string): void;
}

export function live(world: World, one: Somebody, date: string, touched: Set<string>): void {
  const { homes, pick } = world;
  const home = homes[pick(homes.length)] ?? one.home;
  const day: Day = { world, one, date, touched, home, tell: teller(world, date), count: tallier(world, date) };
  if (one.status === 'dead') return;
  if (one.status === 'left') comeBack(day);
  else acts[pick(acts.length)]?.(day);
}

function teller(world: World, date: string): Day['tell'] {
  return (kind, person, cells) => {
    const event_key = `E${world.rows.length + 1}`;
    const row: Cells = { event_key, kind, date, person_key: person.key, household_key: person.home, ...cells };
    world.rows.push(eventColumns.map((column) => row[column] ?? ''));
  };
}

function tallier({ tallies, villageOf }: World, date: string): Day['count'] {
  return (what, home) => {
    const at = `${date.slice(0, 7)} ${villageOf(home)}`;
    const tally = tallies.get(at) ?? { ...nothing };
    tally[what] += 1;
    tallies.set(at, tally);
  };
}

function ageOf({ birth }: Somebody, date: string): number {
  return Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
}

/** Completed years, by the plain way: the birthday of that year has come or not. */
function yearsOld({ birth }: Somebody, date: string): number {
  return Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (date.slice(5) < birth.slice(5) ? 1 : 0);
}

export function isFertile(one: Somebody, date: string): boolean {
  return one.sex === 'female' && isResident(one) && yearsOld(one, date) >= 15 && yearsOld(one, date) <= 49;
}

export function isWife(one: Somebody, date: string): boolean {
  return isFertile(one, date) && one.marital === 'married';
}

function comeBack({ world: { pick }, one, home, tell, count }: Day): void {
  if (pick(3) > 0) return;
  const residence = pick(4) === 0 ? 'temporary' : 'usual_present';
  const kind = pick(4) === 0 ? 'review_add' : 'move_in';
  Object.assign(one, { status: 'active', home, residence });
  tell(kind, one, kind === 'move_in' ? { from: 'Xã khác' } : { reason: 'returned' });
  if (isResident(one)) count(kind, home);
}

function die({ world, one, tell, count }: Day): void {
  tell('death', one, {});
  if (isResident(one)) count('deaths', one.home);
  one.status = 'dead';
  const left = world.people.get(one.spouse);
  if (left?.status !== 'dead' && left?.marital === 'married' && left.spouse === one.key) left.marital = 'widowed';
}

function goAway({ world: { pick }, one, tell, count }: Day): void {
  const kind = pick(5) === 0 ? 'review_remove' : 'move_out';
  const more = kind === 'move_out' ? { to: 'Xã khác' } : { reason: 'gone' };
  tell(kind, one, { ...more, from_residence: one.residence });
  if (isResident(one)) count(kind, one.home);
  one.status = 'left';
}

function arrive({ world: { add, pick }, home, tell, count }: Day): void {
  const fresh = add({ home, birth: `${1970 + pick(45)}-05-05`, marital: pick(3) === 0 ? 'widowed' : 'single' });
  const kind = pick(4) === 0 ? 'review_add' : 'move_in';
  tell(kind, fresh, kind === 'move_in' ? { from: 'Tỉnh khác' } : { reason: 'missed' });
  if (isResident(fresh)) count(kind, home);
}

function moveHouse({ one, home, tell }: Day): void {
  if (home === one.home) return;
  tell('move_internal', one, { to_household_key: home });
  one.home = home;
}

function changeResidence({ world: { pick }, one, tell, count }: Day): void {
  const next = ['usual_present', 'usual_absent', 'temporary'][pick(3)] ?? 'temporary';
  if (next === one.residence) return;
  const was = isResident(one);
  tell('change_info', one, { field: 'residence', old: one.residence, new: next });
  one.residence = next;
  if (was && !isResident(one)) count('move_out', one.home);
  if (!was && isResident(one)) count('move_in', one.home);
}

function wed({ world: { people, pick }, one, date, touched, tell, count }: Day): void {
  if (one.marital === 'married' || ageOf(one, date) < 16) return;
  const isFree = (some: Somebody) => some.status === 'active' && some.marital === 'single' && !touched.has(some.key);
  const other = [...people.values()].find((some) => isFree(some) && some.sex !== one.sex && ageOf(some, date) > 16);
  const premarital_check = pick(2) === 0 ? 'yes' : 'no';
  tell('marriage', one, { from_marital: one.marital, spouse_key: other?.key ?? '', premarital_check });
  const residents = [one, other].filter((some) => some !== undefined && isResident(some));
  for (const _ of residents) count('married_persons', one.home);
  if (residents.length > 0) count('marriages', one.home);
  if (residents.length > 0 && premarital_check === 'yes') count('premarital_couples', one.home);
  Object.assign(one, { marital: 'married', spouse: other?.key ?? '' });
  if (other === undefined) return;
  // Some offices write a wedding down for each of the two.
  if (pick(3) === 0) tell('marriage', other, { from_marital: other.marital, spouse_key: one.key, premarital_check });
  touched.add(other.key);
  Object.assign(other, { marital: 'married', spouse: one.key });
}

function part({ world, one, tell, count }: Day): void {
  const spouse = world.people.get(one.spouse);
  if (one.marital !== 'married' || spouse?.marital !== 'married') return;
  const isTwice = world.pick(3) === 0;
  tell('divorce', one, { spouse_key: spouse.key });
  if (isTwice) tell('divorce', spouse, { spouse_key: one.key });
  for (const each of [one, spouse]) if (isResident(each)) count('divorced_persons', one.home);
  for (const each of [one, spouse]) Object.assign(each, { marital: 'divorced', spouse: '' });
}

function chooseMethod({ world: { pick }, one, date, tell, count }: Day): void {
  if (one.sex !== 'female' || ageOf(one, date) < 15 || ageOf(one, date) > 50) return;
  const isStop = one.method !== '' && pick(2) === 0;
  const method = isStop ? one.method : (methods[pick(methods.length)] ?? 'iud');
  tell(isStop ? 'method_stop' : 'method_start', one, { method, reason: isStop ? 'wants_child' : '' });
  if (isWife(one, date) && !isStop && method !== one.method) count('new_users', one.home);
  if (isWife(one, date) && one.method !== '' && (isStop || method !== one.method)) count('stop_users', one.home);
  one.method = isStop ? '' : method;
}

function giveBirth({ world: { add }, one, date, tell, count }: Day): void {
  if (one.sex !== 'female' || ageOf(one, date) < 16 || ageOf(one, date) > 50) return;
  const child = add({ home: one.home, residence: one.residence, birth: date, mother: one.key });
  tell('birth', child, { mother_key: one.key, birth_order: '1', multiple: 'no' });
  if (isResident(child)) count('births', one.home);
}

const acts = [
  die,
  goAway,
  arrive,
  moveHouse,
  moveHouse,
  changeResidence,
  wed,
  part,
  chooseMethod,
  chooseMethod,
  giveBirth,
  giveBirth,
];
