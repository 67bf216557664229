import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { shortestSpacing } from '../../src/catalogue/rules/birth-spacing.ts';
import { dayNumber } from '../../src/domain/calendar/civil-date.ts';
import { recordProblems } from '../../src/domain/record.ts';
import type { Fields } from '../../src/domain/value.ts';
import { practiceCommune } from '../../src/sample/practice.ts';
import { demoCommune, makeSample } from '../../src/sample/sample.ts';
import type { Op, PutOp } from '../../src/sync/op.ts';

const author = { device: 'mau00001', user: 'umau', writtenAt: Date.UTC(2026, 10, 20) };
const today = '2026-11-22';
const demo = makeSample({ ...demoCommune, ...author, today });
const demoOps = [...demo.ops];

/** The first put of each record of a kind. */
function firstPuts(ops: readonly Op[], kind: string): readonly PutOp[] {
  return ops.filter((op): op is PutOp => op.k === kind && 'put' in op && op.id === `${op.d}.${op.s}`);
}

function facts(ops: readonly Op[], kind?: string): readonly Fields[] {
  return ops.flatMap((op) => ('add' in op && (kind ?? op.k) === op.k ? [op.add] : []));
}

/** What an op says, and the fields of it that name another record. */
function fieldsOf(op: Op): Fields {
  return 'put' in op ? op.put : 'add' in op ? op.add : {};
}
const references = ['household', 'toHousehold', 'mother', 'father', 'spouse', 'person', 'other', 'child'];

describe('the demo commune', () => {
  test('has three villages, the first of 60 households for all its years', () => {
    const sizes = demo.villages.map(
      (village) => firstPuts(demoOps, 'household').filter((op) => op.p === village.id).length,
    );
    expect(sizes[0]).toBe(60);
    expect(sizes[1]).toBeGreaterThanOrEqual(40);
    expect(sizes[2]).toBeGreaterThanOrEqual(50);
    expect(new Set(demo.villages.map((village) => village.name)).size).toBe(3);
  });

  test('has no two children of one mother closer than a pregnancy, but for twins', () => {
    const gapsIn = (ops: readonly Op[]) => {
      const born = new Map<string, number[]>();
      for (const { put } of firstPuts(ops, 'person')) {
        const { mother, birthDate } = put;
        if (typeof mother !== 'string' || typeof birthDate !== 'string' || birthDate.length < 10) continue;
        born.set(mother, [...(born.get(mother) ?? []), dayNumber(birthDate)]);
      }
      return [...born.values()].flatMap((days) => {
        const inOrder = [...new Set(days)].sort((a, b) => a - b);
        return inOrder.slice(1).map((day, index) => day - (inOrder[index] ?? day));
      });
    };
    const wide = makeSample({ ...demoCommune, ...author, today, households: [300] });
    const gaps = [...gapsIn(demoOps), ...gapsIn([...wide.ops])];
    expect(gaps.length).toBeGreaterThan(100);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(shortestSpacing);
  });

  test('holds one Nguyễn Thị Hoà in household 12, of child-bearing age, with her husband and one child', () => {
    const people = firstPuts(demoOps, 'person');
    const mothers = people.filter((op) => /^Nguyễn Thị H(oà|òa)$/.test(String(op.put.fullName)));
    expect(mothers).toHaveLength(1);
    const [mother] = mothers;
    const home = people.filter((op) => op.put.household === mother?.put.household);
    const household = firstPuts(demoOps, 'household').find((op) => op.id === mother?.put.household);
    expect(household?.put.number).toBe(12);
    expect(mother?.p).toBe(demo.villages[0]?.id);
    expect(home.map((op) => op.put.relation).sort()).toEqual(['child', 'head', 'spouse']);
    expect(home.find((op) => op.put.relation === 'head')?.put.spouse).toBe(mother?.id);
    expect(home.find((op) => op.put.relation === 'child')?.put.mother).toBe(mother?.id);
    expect(String(mother?.put.birthDate) > '1991').toBe(true);
    const family = home.map(({ id }) => id);
    expect(facts(demoOps).filter((told) => family.includes(String(told.person)))).toEqual([]);
  });

  test('knows two years of facts, and none of this month', () => {
    const dates = facts(demoOps).map(({ date }) => String(date));
    expect(facts(demoOps, 'birth').length).toBeGreaterThan(5);
    expect(dates.every((date) => date >= '2024-11-01' && date <= '2026-10-31')).toBe(true);
    expect(firstPuts(demoOps, 'person').every((op) => String(op.put.birthDate) < '2026-11')).toBe(true);
  });

  test('on the first day of a month that month is empty too', () => {
    const ops = [...makeSample({ ...demoCommune, ...author, today: '2026-03-01' }).ops];
    expect(facts(ops).every(({ date }) => String(date) < '2026-03')).toBe(true);
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
    let last: readonly [number, number] = [0, 0];
    demoOps.forEach((op, index) => {
      expect(op.s).toBe(index + 1);
      expect(op.tx).toBeLessThanOrEqual(op.s);
      expect(op.s).toBeLessThan(op.tx + op.of);
      expect(op.at[0] > last[0] || (op.at[0] === last[0] && op.at[1] > last[1])).toBe(true);
      expect(op.at[0]).toBeLessThanOrEqual(author.writtenAt);
      last = op.at;
    });
  });

  test('are what the catalogue allows', () => {
    const definitions = new Map(catalogue.records.map((record) => [record.kind, record]));
    // A fact is never edited: with somebody who moves it only stands elsewhere.
    for (const op of demoOps.filter((one) => !('put' in one) || Object.keys(one.put).length > 0)) {
      const definition = definitions.get(op.k);
      expect(definition?.nature).toBe('add' in op ? 'fact' : 'state');
      if (definition === undefined || 'void' in op) continue;
      const isWhole = op.id === `${op.d}.${op.s}`;
      expect(recordProblems(definition, 'add' in op ? op.add : op.put, isWhole)).toEqual([]);
    }
  });

  test('a person made by a fact has no opening household; everyone else has', () => {
    const opens = demoOps.findIndex((op) => 'add' in op);
    for (const op of firstPuts(demoOps, 'person')) {
      const opening = ['household', 'residence', 'marital', 'status'].filter((field) => field in op.put);
      expect(opening).toHaveLength(op.s <= opens ? 4 : 0);
    }
    for (const birth of facts(demoOps, 'birth')) expect(typeof birth.mother).toBe('string');
  });

  test('a later put has seen the value before it: nothing stands in doubt', () => {
    const lastPut = new Map<string, string>();
    for (const op of demoOps) {
      if (!('put' in op)) continue;
      for (const field of Object.keys(op.put)) {
        const key = `${op.id} ${field}`;
        const before = lastPut.get(key);
        if (before !== undefined) expect(op.seen?.[field]).toEqual([before]);
        lastPut.set(key, `${op.d}.${op.s}`);
      }
    }
  });

  test('every reference names a record that stands before it; text is NFC', () => {
    const made = new Set<string>();
    for (const op of demoOps) {
      for (const { id } of op.s === op.tx ? demoOps.slice(op.tx - 1, op.tx - 1 + op.of) : []) made.add(id);
      const fields = fieldsOf(op);
      const named = references.filter((field) => field in fields).map((field) => String(fields[field]));
      expect(named.filter((id) => !made.has(id))).toEqual([]);
      expect(JSON.stringify(fields)).toBe(JSON.stringify(fields).normalize('NFC'));
    }
  });
});

test('the practice commune is small, and has somebody to practise on', () => {
  const ops = [...makeSample(practiceCommune(Date.UTC(2026, 10, 22), today)).ops];
  expect(firstPuts(ops, 'household').length).toBeLessThan(40);
  expect(ops.length).toBeLessThan(600);
  expect(firstPuts(ops, 'person').some((op) => op.put.fullName === 'Nguyễn Thị Hoà')).toBe(true);
});
