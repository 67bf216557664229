import { describe, expect, test } from 'vitest';
import { demoCommune, makeSample, villageSizes } from '../../src/sample/sample.ts';
import type { Op, PutOp } from '../../src/sync/op.ts';

const author = { device: 'mau00001', user: 'umau', writtenAt: Date.UTC(2026, 10, 20) };
const today = '2026-11-22';
const demo = makeSample({ ...demoCommune, ...author, today });
const demoOps = [...demo.ops];

function puts(ops: readonly Op[], kind: string): readonly PutOp[] {
  return ops.filter((op): op is PutOp => op.k === kind && 'put' in op);
}

function births(ops: readonly Op[]) {
  return ops.flatMap((op) => (op.k === 'birth' && 'add' in op ? [op.add] : []));
}

describe('the demo commune', () => {
  test('has three villages, the first of 60 households', () => {
    const sizes = demo.villages.map((village) => puts(demoOps, 'household').filter((op) => op.p === village.id).length);
    expect(sizes).toEqual([60, 40, 50]);
    expect(new Set(demo.villages.map((village) => village.name)).size).toBe(3);
  });

  test('holds one Nguyễn Thị Hoà, of child-bearing age, with her husband and one child', () => {
    const people = puts(demoOps, 'person');
    const mothers = people.filter((op) => /^Nguyễn Thị H(oà|òa)$/.test(String(op.put.fullName)));
    expect(mothers).toHaveLength(1);
    const [mother] = mothers;
    const home = people.filter((op) => op.put.household === mother?.put.household);
    expect(mother?.p).toBe(demo.villages[0]?.id);
    expect(home.map((op) => op.put.relation).sort()).toEqual(['child', 'head', 'spouse']);
    expect(home.find((op) => op.put.relation === 'head')?.put.spouse).toBe(mother?.id);
    expect(home.find((op) => op.put.relation === 'child')?.put.mother).toBe(mother?.id);
    expect(String(mother?.put.birthDate) > '1991').toBe(true);
  });

  test('knows births of earlier months and none of this month', () => {
    const dates = births(demoOps).map((birth) => String(birth.date));
    expect(dates.length).toBeGreaterThan(5);
    expect(dates.every((date) => date >= '2024-11-01' && date <= '2026-10-31')).toBe(true);
    expect(puts(demoOps, 'person').every((op) => String(op.put.birthDate) < '2026-11')).toBe(true);
  });

  test('on the first day of a month that month is empty too', () => {
    const ops = [...makeSample({ ...demoCommune, ...author, today: '2026-03-01' }).ops];
    expect(puts(ops, 'person').every((op) => String(op.put.birthDate) < '2026-03')).toBe(true);
  });
});

describe('ops of the sample', () => {
  test('the same seed gives the same bytes, another seed another commune', () => {
    const again = [...makeSample({ ...demoCommune, ...author, today }).ops];
    const other = [...makeSample({ ...demoCommune, ...author, today, seed: 7 }).ops];
    expect(JSON.stringify(again)).toBe(JSON.stringify(demoOps));
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(demoOps));
  });

  test('stand in one gapless sequence, in whole transactions, with rising stamps', () => {
    demoOps.forEach((op, index) => {
      expect(op.s).toBe(index + 1);
      expect(op.tx).toBeLessThanOrEqual(op.s);
      expect(op.s).toBeLessThan(op.tx + op.of);
      expect(op.at[0]).toBeLessThan(Date.UTC(2026, 10, 22));
    });
    const stamps = demoOps.map((op) => op.at[0] * 1e4 + op.at[1]);
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
  });

  test('a child made by a birth has no opening values; everyone else has', () => {
    const children = new Set(births(demoOps).map((birth) => birth.child));
    for (const op of puts(demoOps, 'person')) {
      const opening = ['household', 'residence', 'marital', 'status'].filter((field) => field in op.put);
      expect(opening).toHaveLength(children.has(op.id) ? 0 : 4);
    }
    for (const birth of births(demoOps)) expect(typeof birth.mother).toBe('string');
  });

  test('every reference names a record that the sample makes; text is NFC', () => {
    const made = new Set(demoOps.map((op) => op.id));
    for (const op of puts(demoOps, 'person')) {
      for (const field of ['household', 'mother', 'spouse']) {
        if (field in op.put) expect(made.has(String(op.put[field]))).toBe(true);
      }
      expect(op.put.fullName).toBe(String(op.put.fullName).normalize('NFC'));
    }
  });

  test('each household has exactly one head, and every marriage is told by both', () => {
    const people = puts(demoOps, 'person');
    const heads = people.filter((op) => op.put.relation === 'head').map((op) => op.put.household);
    expect(new Set(heads).size).toBe(150);
    expect(heads).toHaveLength(150);
    const spouse = new Map(people.map((op) => [op.id, op.put.spouse]));
    for (const [id, other] of spouse) if (other !== undefined) expect(spouse.get(String(other))).toBe(id);
  });
});

describe('a large commune', () => {
  const people = 12_000;
  const ops = [
    ...makeSample({
      ...author,
      today,
      seed: 3,
      communeCode: '99002',
      households: villageSizes(people),
      monthsOfBirths: 60,
    }).ops,
  ];
  const persons = puts(ops, 'person');

  test('has the asked size and households of 3.6', () => {
    expect(Math.abs(persons.length - people)).toBeLessThan(40);
    expect(persons.length / puts(ops, 'household').length).toBeCloseTo(3.6, 1);
  });

  test('follows the national pyramid and the share of Nguyễn', () => {
    const age = (op: PutOp) => 2026 - Number(String(op.put.birthDate).slice(0, 4));
    const share = (is: (op: PutOp) => boolean) => persons.filter(is).length / persons.length;
    expect(share((op) => age(op) < 15)).toBeGreaterThan(0.21);
    expect(share((op) => age(op) < 15)).toBeLessThan(0.26);
    expect(share((op) => age(op) >= 60)).toBeGreaterThan(0.105);
    expect(share((op) => age(op) >= 60)).toBeLessThan(0.15);
    expect(share((op) => op.put.sex === 'male')).toBeCloseTo(0.499, 1);
    const nguyen = share((op) => String(op.put.fullName).startsWith('Nguyễn '));
    expect(nguyen).toBeGreaterThan(0.29);
    expect(nguyen).toBeLessThan(0.4);
  });

  test('mothers are 17 to 44 years older than their children', () => {
    const year = new Map(persons.map((op) => [op.id, Number(String(op.put.birthDate).slice(0, 4))]));
    for (const op of persons) {
      if (op.put.mother === undefined) continue;
      const older = Number(year.get(op.id)) - Number(year.get(String(op.put.mother)));
      expect(older).toBeGreaterThanOrEqual(16);
      expect(older).toBeLessThanOrEqual(46);
    }
  });
});
