import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import type { Fields } from '../../src/domain/value.ts';
import { makeSample, villageSizes } from '../../src/sample/sample.ts';

/* Five years of 12,000 people, read fact by fact in the order of their days: what happens must be able to happen. */

const people = 12_000;
const sample = makeSample({
  device: 'mau00001',
  user: 'umau',
  writtenAt: Date.UTC(2026, 10, 20),
  today: '2026-11-22',
  seed: 3,
  communeCode: '99002',
  households: villageSizes(people),
});

interface Told {
  readonly kind: string;
  readonly date: string;
  readonly written: number;
  readonly seq: number;
  readonly fields: Fields;
}

interface Life {
  /** As far as the day reached: where they live, whether they are here. */
  isHere: boolean;
  isDead: boolean;
  isUsual: boolean;
  marital: string;
  method: string | undefined;
  lastBirth: string | undefined;
  readonly sex: string;
  readonly born: string;
}

const lives = new Map<string, Life>();
const told: Told[] = [];
const households = new Set<string>();
let opened = 0;
for (const op of sample.ops) {
  if ('add' in op) {
    told.push({ kind: op.k, date: String(op.add.date), written: op.at[0], seq: op.s, fields: op.add });
  } else if (op.k === 'household') households.add(op.id);
  else if ('put' in op && !lives.has(op.id)) {
    const { put } = op;
    opened += 'status' in put ? 1 : 0;
    lives.set(op.id, {
      isHere: put.status === 'active',
      isDead: false,
      isUsual: put.residence !== 'temporary',
      marital: String(put.marital ?? 'single'),
      method: typeof put.method === 'string' ? put.method : undefined,
      lastBirth: undefined,
      sex: String(put.sex),
      born: String(put.birthDate),
    });
  }
}

/** Within a day: comings, changes as written, goings. */
const phases = new Map(
  catalogue.records.map(({ kind, phase }) => [kind, ['first', 'change', 'last'].indexOf(phase ?? '')]),
);
told.sort(
  (a, b) => a.date.localeCompare(b.date) || (phases.get(a.kind) ?? 0) - (phases.get(b.kind) ?? 0) || a.seq - b.seq,
);

function lifeOf(id: unknown): Life {
  const life = lives.get(String(id));
  if (life === undefined) throw new RangeError(`nobody is ${String(id)}`);
  return life;
}

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Births and deaths among residents, and how many residents there are a year. */
const counted = { births: 0, boys: 0, third: 0, deaths: 0, widowed: 0 };
const wrong: string[] = [];
const expectThat = (holds: boolean, why: string, { date, kind, seq }: Told) => {
  if (!holds) wrong.push(`${date} ${kind} ${seq}: ${why}`);
};
const comings = new Set(['move_in', 'review_add']);
const goings = new Set(['move_out', 'review_remove']);

for (const fact of told) {
  const { kind, fields, date } = fact;
  expectThat(fact.written >= Date.parse(date), 'written before it happened', fact);
  if (kind === 'birth') {
    const [child, mother] = [lifeOf(fields.child), lifeOf(fields.mother)];
    expectThat(mother.isHere && !mother.isDead, 'the mother is gone', fact);
    expectThat(!child.isHere && child.born === date, 'born before', fact);
    const age = days(mother.born, date) / 365.25;
    expectThat(age > 14 && age < 51, `a mother of ${age}`, fact);
    const gap = mother.lastBirth === undefined ? 9999 : days(mother.lastBirth, date);
    expectThat(gap === 0 ? fields.multiple === true : gap > 210, `${gap} days after the last`, fact);
    mother.lastBirth = date;
    child.isHere = true;
    child.isUsual = fields.residence !== 'temporary';
    expectThat(child.isUsual === mother.isUsual, 'as resident as the mother', fact);
    counted.births += 1;
    counted.boys += child.sex === 'male' ? 1 : 0;
    counted.third += Number(fields.order) >= 3 ? 1 : 0;
    continue;
  }
  if (typeof fields.person !== 'string') continue;
  const person = lifeOf(fields.person);
  const partner = typeof fields.spouse === 'string' ? lifeOf(fields.spouse) : undefined;
  expectThat(!person.isDead, 'about somebody dead', fact);
  expectThat(person.born.slice(0, 4) <= date.slice(0, 4), 'about somebody not yet born', fact);
  if (comings.has(kind)) {
    expectThat(!person.isHere, 'came, and was here', fact);
    person.isHere = true;
    person.isUsual = fields.residence !== 'temporary';
    person.marital = String(fields.marital);
  } else if (kind === 'adopt' && !person.isHere) person.isHere = true;
  expectThat(person.isHere, 'about somebody who is gone', fact);
  if (goings.has(kind)) person.isHere = false;
  if (kind === 'death') {
    person.isDead = true;
    counted.deaths += 1;
  }
  if (kind === 'marriage') {
    expectThat(person.marital !== 'married' && partner?.marital !== 'married', 'married already', fact);
    expectThat(partner === undefined || (partner.isHere && partner.sex !== person.sex), 'the other is gone', fact);
    for (const one of [person, partner]) if (one !== undefined) one.marital = 'married';
  }
  if (kind === 'divorce') {
    expectThat(person.marital === 'married', 'divorced without a marriage', fact);
    for (const one of [person, partner]) if (one !== undefined) one.marital = 'divorced';
  }
  if (kind === 'method_start') person.method = String(fields.method);
  if (kind === 'method_stop') {
    expectThat(person.method === fields.method, 'stops what is not open', fact);
    person.method = undefined;
  }
  if (kind === 'change_info' && fields.field === 'residence') person.isUsual = fields.new !== 'temporary';
  if (kind === 'elder_check') expectThat(days(person.born, date) >= 59.9 * 365, 'an elder too young', fact);
}

test('nothing happens that cannot happen', () => {
  // Widowed by a death is not a fact of theirs, so that a second marriage looks like a first one here.
  expect(wrong.filter((one) => !one.endsWith('married already'))).toEqual([]);
  expect(wrong.length).toBeLessThan(told.length / 500);
});

test('every kind of fact happens', () => {
  const kinds = new Set(told.map(({ kind }) => kind));
  // Whoever stood in the book before it was here was copied in by nobody.
  const known = catalogue.records.filter(({ nature, isEntry }) => nature === 'fact' && !isEntry);
  // Its books of earlier years were never closed, its stores are empty, and no slip or report was handed in: whoever
  // tries the software does the first.
  const left = [
    'book_closed',
    'supply',
    'stock_movement',
    'stock_count',
    'stock_order',
    'order_approval',
    'remittance',
  ];
  const handedIn = ['slip_handed', 'slip_answer', 'report_frozen', 'report_cases', 'report_verdict'];
  const missing = known.map(({ kind }) => kind).filter((kind) => !kinds.has(kind));
  expect(missing.sort()).toEqual([...left, ...handedIn].sort());
});

describe('the figures of five years', () => {
  const now = [...lives.values()].filter((life) => life.isHere && !life.isDead);
  const residents = now.filter(({ isUsual }) => isUsual);
  const age = ({ born }: Life) => 2026 - Number(born.slice(0, 4));
  const share = (is: (life: Life) => boolean) => residents.filter(is).length / residents.length;

  test('as many people as asked for, by the national pyramid', () => {
    expect(Math.abs(residents.length / people - 1)).toBeLessThan(0.03);
    expect(share((life) => age(life) < 15)).toBeGreaterThan(0.2);
    expect(share((life) => age(life) < 15)).toBeLessThan(0.26);
    expect(share((life) => age(life) >= 60)).toBeGreaterThan(0.1);
    expect(share((life) => age(life) >= 60)).toBeLessThan(0.15);
    expect(share(({ sex }) => sex === 'male')).toBeCloseTo(0.499, 1);
    expect(now.length - residents.length).toBeGreaterThan(people / 200);
  });

  test('births, boys and deaths as the national rates say', () => {
    const personYears = ((opened + residents.length) / 2) * 5;
    expect((counted.births / personYears) * 1000).toBeGreaterThan(14.5);
    expect((counted.births / personYears) * 1000).toBeLessThan(18.5);
    expect((counted.deaths / personYears) * 1000).toBeGreaterThan(5.2);
    expect((counted.deaths / personYears) * 1000).toBeLessThan(7.6);
    expect(counted.boys / counted.births).toBeGreaterThan(0.49);
    expect(counted.boys / counted.births).toBeLessThan(0.56);
    expect(counted.third / counted.births).toBeGreaterThan(0.07);
    expect(counted.third / counted.births).toBeLessThan(0.16);
  });

  test('two of three wives of 15 to 49 years use a method, most of them the coil', () => {
    const wives = residents.filter(
      (life) => life.sex === 'female' && life.marital === 'married' && age(life) >= 15 && age(life) < 50,
    );
    const users = wives.filter(({ method }) => method !== undefined);
    expect(users.length / wives.length).toBeGreaterThan(0.6);
    expect(users.length / wives.length).toBeLessThan(0.72);
    expect(users.filter(({ method }) => method === 'iud').length / users.length).toBeGreaterThan(0.4);
  });

  test('some facts come late, most within the week', () => {
    const lags = told.map(({ written, date }) => days(date, new Date(written).toISOString().slice(0, 10)));
    expect(lags.filter((lag) => lag > 28).length / lags.length).toBeGreaterThan(0.03);
    expect(lags.filter((lag) => lag <= 7).length / lags.length).toBeGreaterThan(0.7);
  });
});

describe('what is wrong in every real book is wrong here', () => {
  const puts = [...sample.ops].flatMap((op) => ('put' in op ? [{ of: op.k, put: op.put }] : []));
  const persons = puts.flatMap(({ of, put }) => (of === 'person' ? [put] : []));
  const has = (is: (put: Fields) => boolean) => puts.some(({ put }) => is(put));

  test.each([
    ['a birth of which only the year is known', (put: Fields) => /^\d{4}$/.test(String(put.birthDate))],
    ['a child without a name', (put: Fields) => put.fullName === 'Trai' || put.fullName === 'Gái'],
    ['a name of one word', (put: Fields) => put.fullName === 'Páo'],
    ['a married person whose spouse is not known', (put: Fields) => put.marital === 'married' && !('spouse' in put)],
    ['a temporary resident', (put: Fields) => put.residence === 'temporary'],
    ['a household of many who are no family', (put: Fields) => put.kind === 'collective'],
    ['an old number of a household', (put: Fields) => 'formerNumbers' in put],
  ])('%s', (_, is) => {
    expect(has(is)).toBe(true);
  });

  test('somebody is written twice', () => {
    const lines = persons.map(
      (put) => `${put.household} ${put.birthDate?.toString().slice(0, 4)} ${put.sex} ${put.relation}`,
    );
    expect(new Set(lines).size).toBeLessThan(lines.length);
  });

  test('a household without a head', () => {
    const headed = new Set(persons.filter(({ relation }) => relation === 'head').map(({ household }) => household));
    const opening = new Set(persons.flatMap(({ household }) => (household === undefined ? [] : [household])));
    expect([...opening].filter((id) => !headed.has(id ?? null)).length).toBeGreaterThan(2);
  });
});
