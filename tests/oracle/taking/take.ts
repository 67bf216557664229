import { ageOf, isResident, isWife, type Line, type Lines, text } from '../line.ts';
import type { Fact } from '../paper-book.ts';
import { add, ageBand, type Tally } from '../tally.ts';

/* What one fact adds to the counts of its day. */

/** Told without a name: beside the rows, in the village where it was written. */
export function takeNameless({ kind, place, fields }: Fact, tally: Tally): void {
  if (fields.person !== undefined || fields.child !== undefined) return;
  add(tally, `nameless[${kind === 'method_start' ? text(fields.method) : kind}]`, place);
}

const comingKeys: { readonly [kind: string]: string } = { birth: 'births', review_add: 'review_add' };
const goingKeys: { readonly [kind: string]: string } = { death: 'deaths', review_remove: 'review_remove' };

/** Every change of resident status is a counted flow, and every change of a resident's village two. */
export function takeMove(
  { kind }: Fact,
  was: Line,
  who: Line,
  [from, to]: readonly [string, string],
  tally: Tally,
): void {
  const [wasHere, isHere] = [isResident(was), isResident(who)];
  if (!wasHere && isHere) add(tally, comingKeys[kind] ?? 'move_in', to);
  if (wasHere && !isHere) add(tally, goingKeys[kind] ?? 'move_out', from);
  if (!wasHere || !isHere || from === to) return;
  add(tally, 'internal_out', from);
  add(tally, 'internal_in', to);
}

export function takeBirth(
  { date, fields }: Fact,
  child: Line,
  mother: Line | undefined,
  village: string,
  tally: Tally,
): void {
  const order = Number(fields.order ?? 0);
  const isTwinOfSecond = fields.multiple === true && Number(fields.firstOrder ?? 99) <= 2;
  const age = mother === undefined ? Number.NaN : ageOf(mother, date);
  if (child.sex === 'male') add(tally, 'births_m', village);
  if (child.sex === 'female') add(tally, 'births_f', village);
  if (order === 2) add(tally, 'births_2', village);
  if (order >= 3 && !isTwinOfSecond) add(tally, 'births_3plus', village);
  if (age < 20) add(tally, 'births_u20', village);
  if (age >= 15 && age < 50) add(tally, `births_by_age[${ageBand(age)}]`, village);
}

type Yesterday = ReadonlyMap<string, { readonly isResident: boolean; readonly village: string }>;

/** Who lived here when yesterday closed, and there; what two lines tell of the same two counts once. */
export function takeCouple(fact: Fact, ofDay: readonly Fact[], lines: Lines, yesterday: Yesterday, tally: Tally): void {
  const { kind, date, fields } = fact;
  const same = ofDay.filter((other) => other.kind === kind && names(other) === names(fact));
  if (same[0] !== fact) return;
  const says = (field: string) => same.find((one) => one.fields[field] !== undefined)?.fields[field] === true;
  const couple = [text(fields.person), text(fields.spouse)].flatMap((id) => lines.get(id) ?? []);
  const residents = couple.filter(({ id }) => yesterday.get(id)?.isResident === true);
  const where = ({ id }: Line) => yesterday.get(id)?.village ?? '';
  for (const one of residents) {
    add(tally, kind === 'marriage' ? 'married_persons' : 'divorced_persons', where(one));
    if (kind === 'marriage' && isUnderAge(one, date)) add(tally, 'tao_hon', where(one));
    if (kind === 'marriage' && says('closeKin')) add(tally, 'can_huyet', where(one));
  }
  const at = residents.find(({ sex }) => sex === 'female') ?? residents.find(({ sex }) => sex === 'male');
  if (kind === 'divorce' || at === undefined) return;
  add(tally, 'marriages', where(at));
  if (says('premaritalCheck')) add(tally, 'premarital_couples', where(at));
}

function names({ fields }: Fact): string {
  return [text(fields.person), text(fields.spouse)].sort().join();
}

function isUnderAge(one: Line, day: string): boolean {
  if (one.sex === 'male') return ageOf(one, day) < 20;
  return one.sex === 'female' && ageOf(one, day) < 18;
}

export function takeMethod({ kind, date, fields }: Fact, was: Line, who: Line, village: string, tally: Tally): void {
  const method = text(fields.method);
  if (!isWife(who, date)) return;
  const say = (key: string, of: string) => {
    add(tally, key, village);
    add(tally, `${key}[${of}]`, village);
  };
  if (kind === 'method_stop' && was.method === method && isResident(who)) say('stop_users', method);
  if (kind !== 'method_start' || was.method === method) return;
  if (who.status === 'active' && who.residence === 'temporary') say('new_users_temporary', method);
  if (!isResident(who)) return;
  say('new_users', method);
  if (was.method !== '') say('stop_users', was.method);
}
