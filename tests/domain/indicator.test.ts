import { expect, test } from 'vitest';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';
import type { Fields } from '../../src/domain/value.ts';
import { bees, bookOf, record } from './beehive.ts';

const may = { first: '2026-05-01', last: '2026-05-31' };
const everywhere = new Set(['hill-top', 'village']);

/** Two yards; an old hive carried from home to the hill on 10 May; swarms before, on and after that day. */
const story = [
  record('yard', 'home', { name: 'Nhà' }, 'village'),
  record('yard', 'hill', { name: 'Đồi' }, 'hill-top'),
  record('hive', 'old', { name: 'Cũ', yard: 'home', life: 'strong', breed: 'dark' }),
  record('hive', 'y1', { name: 'Một', breed: 'gold' }),
  record('hive', 'y2', { name: 'Hai', breed: 'gold' }),
  record('hive', 'y3', { name: 'Ba', breed: 'dark' }),
  record('carry', 'c1', { date: '2026-05-10', hive: 'old', yard: 'hill' }, '', [50, 0]),
  record('swarm', 's1', { date: '2026-05-01', young: 'y1', old: 'old', yard: 'home' }),
  record('swarm', 's2', { date: '2026-05-31', young: 'y2', old: 'old', yard: 'hill' }),
  record('swarm', 's3', { date: '2026-06-01', young: 'y3', old: 'old', yard: 'hill' }),
  record('loss', 'l1', { date: '2026-05-31', hive: 'y1' }),
];

const count = (key: string, places: ReadonlySet<string> = everywhere, records = story, days = may) =>
  evaluate(indicatorOf(bees.indicators, key), bookOf(records), days, places);

test('a flow counts facts of the period, its first and last day in', () => {
  const { value, cases } = count('swarms');
  expect(value).toBe(2);
  expect(cases).toEqual([
    { record: 's1', subject: 'y1', holder: 'home', place: 'village', date: '2026-05-01' },
    { record: 's2', subject: 'y2', holder: 'hill', place: 'hill-top', date: '2026-05-31' },
  ]);
});

test('a stock counts records when the last day closes, or the day before the first', () => {
  expect(count('hives_before').cases.map((one) => [one.record, one.place, one.date])).toEqual([
    ['old', 'village', '2026-04-30'],
  ]);
  expect(count('hives').cases.map((one) => [one.record, one.place])).toEqual([
    ['old', 'hill-top'],
    ['y2', 'hill-top'],
  ]);
});

test('a case counts where its subject lived then, not where it lives now', () => {
  expect(count('swarms', new Set(['village'])).cases.map(({ record: id }) => id)).toEqual(['s1']);
  expect(count('hives', new Set(['village'])).value).toBe(0);
});

test('a record named by a fact is seen as it was after the fact', () => {
  expect(count('swarms_of_carried').cases.map(({ record: id }) => id)).toEqual(['s2']);
});

test('a ratio carries both its parts; without a denominator it is no number', () => {
  const share = count('gold_share', everywhere, story, { first: '2026-05-01', last: '2026-06-30' });
  expect(share.value).toBeCloseTo(200 / 3);
  expect(share.parts?.numerator.value).toBe(2);
  expect(share.parts?.denominator.cases).toHaveLength(3);
  expect(count('gold_share', everywhere, [], may).value).toBeNull();
});

test('facts without a known date, or about a record that is gone, count nowhere', () => {
  const odd = [
    record('swarm', 'a', { young: 'y1', yard: 'home' }),
    record('swarm', 'b', { date: '2026-05-02', young: 'nobody' }),
  ];
  expect(count('swarms', everywhere, [...story.slice(0, 6), ...odd]).value).toBe(0);
});

test('a record whose holder is unknown counts at its own place: nothing is lost', () => {
  const stray = record('hive', 'stray', { name: 'Lạc', life: 'strong' }, 'village');
  expect(count('hives', new Set(['village']), [...story, stray]).cases).toEqual([
    { record: 'stray', subject: 'stray', place: 'village', date: '2026-05-31' },
  ]);
});

test('an indicator nobody defined is a bug', () => {
  expect(() => indicatorOf(bees.indicators, 'honey')).toThrow('honey');
});

test('a sum takes each of its parts so many times, as the mean of the start and the end', () => {
  const mean = count('hives_mean');
  expect(mean.value).toBe((1 + 2) / 2);
  expect(mean.cases.map(({ record: id }) => id)).toEqual(['old', 'y2', 'old']);
});

test('a ratio of the year so far looks back to 1 January from whatever period is asked', () => {
  const june = { first: '2026-06-01', last: '2026-06-30' };
  expect(count('gold_share', everywhere, story, june).value).toBe(0);
  expect(count('gold_share_of_year', everywhere, story, june).value).toBeCloseTo(200 / 3);
});

test('cases are sorted into groups, an unknown value is an empty one, and a part counts its groups', () => {
  const stray = record('hive', 'stray', { name: 'Lạc', life: 'strong' }, 'village');
  const { cases } = count('hives_by_breed', everywhere, [...story, stray]);
  expect(cases.map(({ record: id, group }) => [id, group])).toEqual([
    ['old', 'dark,hill'],
    ['y2', 'gold,hill'],
    ['stray', ','],
  ]);
  const part = count('hives_by_breed[gold,hill]', everywhere, [...story, stray]);
  expect([part.value, part.cases.map(({ record: id }) => id)]).toEqual([1, ['y2']]);
});

test('a change is against the same days of last year, as a difference or in per cent of what was', () => {
  const lastYear = [
    record('swarm', 's0', { date: '2025-05-31', young: 'y3', yard: 'home' }),
    record('swarm', 'not in May', { date: '2025-06-01', young: 'y3', yard: 'home' }),
  ];
  const now = [...story, ...lastYear];
  expect([count('swarms_change', everywhere, now).value, count('swarms_growth', everywhere, now).value]).toEqual([
    1, 100,
  ]);
  expect(count('swarms_change').value).toBe(2);
  expect(count('swarms_growth').value).toBeNull();
});

const elders = ['a', 'b', 'c', 'd'].map((id) => record('hive', id, { name: id, yard: 'home', life: 'strong' }));
const join = (id: string, fields: Fields, written: readonly [number, number]) =>
  record('join', id, { date: '2026-05-20', queens: 2, ...fields }, '', written);
const joined = (told: readonly BookRecord[]) =>
  count('joined', everywhere, [...story, ...elders, ...told]).cases.map(
    ({ record: id, subject }) => `${id}: ${subject}`,
  );

test('what two lines tell of the same two counts once, by whoever wrote first, filled from the other', () => {
  const hers = join('hers', { hive: 'a', other: 'b' }, [20, 0]);
  const his = join('his', { hive: 'b', other: 'a', queens: null }, [10, 0]);
  expect(joined([hers, his])).toEqual(['his: b', 'his: a']);
  expect(joined([his, hers])).toEqual(['his: b', 'his: a']);
});

test('who tells of both counts, though another told of one of them before; other pairs and days are other events', () => {
  const told = [
    join('of one', { hive: 'a' }, [10, 0]),
    join('of both', { hive: 'b', other: 'a' }, [20, 0]),
    join('another pair', { hive: 'c', other: 'd' }, [30, 0]),
    join('another day', { hive: 'a', date: '2026-05-21' }, [40, 0]),
  ];
  expect(joined(told)).toEqual(['of both: b', 'of both: a', 'another pair: c', 'another pair: d', 'another day: a']);
});
