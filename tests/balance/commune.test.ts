import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { dayState } from '../../src/domain/book/timeline.ts';
import { dateOfDay, dayNumber } from '../../src/domain/calendar/civil-date.ts';
import { type Case, evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';
import { makeRandom } from '../../src/sample/chance/random.ts';
import { makeSample, villageSizes } from '../../src/sample/sample.ts';
import { mergeOp, shown } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { flows, rowOf } from './balance.ts';
import { liveThrough } from './by-hand.ts';
import { shelve } from './shelf.ts';

/*
 * Five years of an invented commune, with thousands of random events written on top, possible or not, some of the true
 * ones taken back, some written years late: the balance closes for every village, month and year.
 */

const people = Number(process.env.BALANCE_PEOPLE ?? 6_000);
const events = Math.round(people * 0.83);
const random = makeRandom(people);
const [first, last] = [dayNumber('2021-11-01'), dayNumber('2026-10-31')];

const sample = makeSample({
  device: 'mau00001',
  user: 'umau',
  writtenAt: Date.UTC(2026, 10, 20),
  today: '2026-11-22',
  seed: people,
  communeCode: '99002',
  households: villageSizes(people),
  yearsOfFacts: 5,
});
const villages = sample.villages.map(({ id }) => id);
const records = tellMore(readSample());
const book = shelve(records);

function readSample(): readonly BookRecord[] {
  const states = new Map<string, RecordState>();
  for (const op of sample.ops) states.set(op.id, mergeOp(states.get(op.id), op, op.at));
  return [...states.values()].map((state) => {
    const fields = Object.keys(state.fields).map((field) => [field, shown(state, field) ?? null] as const);
    const written = Object.values(state.fields)[0]?.[0]?.stamp ?? [0, 0];
    const { kind, id } = state;
    return { kind, id, place: String(state.place.value), fields: Object.fromEntries(fields), written };
  });
}

/** Takes one fact of twenty back, and writes random ones on top. */
function tellMore(told: readonly BookRecord[]): readonly BookRecord[] {
  const isFact = ({ fields }: BookRecord) => 'date' in fields;
  const kept = told.filter((one) => !isFact(one) || random.chance(0.95));
  const [persons, homes] = ['person', 'household'].map((kind) => told.filter((one) => one.kind === kind));
  const any = (some: readonly BookRecord[] | undefined) => random.pick(some ?? []).id;
  const kinds = catalogue.records.filter(({ effects = [] }) => effects.length > 0);
  const more = Array.from({ length: events }, (_, turn): BookRecord => {
    const { kind } = random.pick(kinds);
    const fields = {
      date: dateOfDay(random.between(first, last)),
      [kind === 'birth' ? 'child' : 'person']: any(persons),
      [kind === 'move_internal' ? 'toHousehold' : 'household']: random.chance(0.8) ? any(homes) : null,
      spouse: random.chance(0.5) ? any(persons) : null,
      residence: random.pick(['usual_present', 'usual_absent', 'temporary', null]),
      marital: 'single',
      method: random.pick(['iud', 'pill']),
      field: 'residence',
      new: random.pick(['usual_present', 'temporary']),
    };
    const known = catalogue.records.find((one) => one.kind === kind)?.fields.map(({ key }) => key) ?? [];
    const said = Object.entries(fields).filter(([field]) => known.includes(field));
    const written = [Date.UTC(2021 + random.between(0, 5), 10), turn] as const;
    return { kind, id: `silly.${turn}`, place: villages[0] ?? '', fields: Object.fromEntries(said), written };
  });
  return [...kept, ...more];
}

/** Months of the five years. */
const months = Array.from({ length: 60 }, (_, index) => {
  const month = 10 + index;
  return `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

function casesOf(key: string, from: string, to: string): readonly Case[] {
  return evaluate(indicatorOf(catalogue.indicators, key), book, { first: from, last: to }, new Set(villages)).cases;
}

/** People by village. */
function tally(cases: readonly Case[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(cases, ({ place }) => place)].map(([place, some]) => [place, some.length]));
}

const comes = ['births', 'move_in', 'review_add', 'internal_in'];

test('every village closes in every month, and each month begins where the last one ended', () => {
  const all = flows.flatMap((key) =>
    casesOf(key, dateOfDay(first), dateOfDay(last)).map((one) => ({ ...one, change: comes.includes(key) ? 1 : -1 })),
  );
  const byMonth = Map.groupBy(all, ({ date }) => date.slice(0, 7));
  let before = tally(casesOf('pop_start', dateOfDay(first), dateOfDay(first)));
  expect(all.length).toBeGreaterThan(people / 2);
  for (const month of months) {
    const end = dateOfDay(dayNumber(`${month}-28`) + 4);
    const closes = dateOfDay(dayNumber(`${end.slice(0, 7)}-01`) - 1);
    const now = tally(casesOf('pop_end', `${month}-01`, closes));
    for (const village of villages) {
      const changes = (byMonth.get(month) ?? []).filter(({ place }) => place === village);
      const change = changes.reduce((sum, one) => sum + one.change, 0);
      expect([month, village, (before.get(village) ?? 0) + change]).toEqual([month, village, now.get(village) ?? 0]);
    }
    before = now;
  }
});

test('months sum to quarters, quarters to years, villages to the commune', () => {
  const sum = (rows: readonly { readonly [key: string]: number }[], key: string) =>
    rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  const year = rowOf(book, '2025', villages);
  const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) => rowOf(book, period, villages));
  const firstMonths = ['2025-01', '2025-02', '2025-03'].map((period) => rowOf(book, period, villages));
  const parts = villages.map((village) => rowOf(book, '2025', [village]));
  for (const key of flows) {
    expect(sum(quarters, key)).toBe(year[key]);
    expect(sum(firstMonths, key)).toBe(quarters[0]?.[key]);
    expect(sum(parts, key)).toBe(year[key]);
  }
  expect([quarters[0]?.pop_start, quarters[3]?.pop_end]).toEqual([year.pop_start, year.pop_end]);
  expect(year.internal_in).toBe(year.internal_out);
  expect(year.births).toBeGreaterThan(0);
});

test('everybody stands on every first of a quarter where a reader of the book would find them', () => {
  const days = Array.from({ length: last - first + 2 }, (_, day) => dateOfDay(first - 1 + day));
  const kept = new Set(days.filter((day) => /-(01|04|07|10)-01$/.test(day)));
  const year = liveThrough(records, days, kept);
  const fields = ['household', 'residence', 'marital', 'spouse', 'status', 'method'] as const;
  for (const day of kept) {
    const lines = year.close(day);
    const differing = records.filter((one) => {
      if (one.kind !== 'person') return false;
      const [state, line] = [dayState(book.timeline(one), day), lines.get(one.id) ?? {}];
      return fields.some((field) => (state[field] ?? null) !== (line[field] ?? null));
    });
    expect(differing).toEqual([]);
  }
});
