import { addDays } from './chance.ts';
import type { Counted } from './reader.ts';
import { add, methods, type Tally } from './tally.ts';

/* What the counts come to over a period and at some villages: indicators.md "Ratios", domain.md 3.4, written out. */

export interface Days {
  readonly first: string;
  readonly last: string;
}

export type Figures = ReadonlyMap<string, number | null>;

const flowKeys = [
  'births',
  'births_m',
  'births_f',
  'births_2',
  'births_3plus',
  'births_u20',
  'deaths',
  'married_persons',
  'marriages',
  'tao_hon',
  'can_huyet',
  'premarital_couples',
  'divorced_persons',
  'move_in',
  'move_out',
  'review_add',
  'review_remove',
  'internal_in',
  'internal_out',
  'pregnant',
  'slts',
  'slts_full',
  'slss',
  'slss_full',
  'elder_checked',
  ...['new_users', 'stop_users', 'new_users_temporary'].flatMap((key) => [key, ...methods.map((m) => `${key}[${m}]`)]),
  ...['pregnancy', 'miscarriage', 'abortion', ...methods].map((of) => `nameless[${of}]`),
];

const ageGroups = [...Array.from({ length: 16 }, (_, index) => `${index * 5}-${index * 5 + 4}`), '80+'];
const fertileGroups = ageGroups.slice(3, 10);

export function figuresOf(counted: Counted, { first, last }: Days, villages: readonly string[]): Figures {
  const newYear = `${last.slice(0, 4)}-01-01`;
  const flow = (key: string, from = first, to = last) => flowOf(counted, key, from, to, villages);
  const stock = (key: string, day = last) => stockOf(counted, key, day, villages);
  const start = (key: string) => stock(key, addDays(first, -1));
  const figures = new Map<string, number | null>(flowKeys.map((key) => [key, flow(key)]));
  const set = (key: string, value: number | null) => figures.set(key, value);
  const get = (key: string) => figures.get(key) ?? 0;

  for (const key of ['hh_total', 'hh_family', 'ctv_count', 'pop_by_age_sex[unknown]']) set(key, stock(key));
  for (const key of ['pop', 'pop_m', 'pop_f', 'pop_u15', 'pop15_59', 'pop15_64', 'pop60', 'pop65', 'pop80'])
    set(`${key}_end`, stock(key));
  for (const key of ['w15_49', 'mwra', 'users', 'users_modern']) set(`${key}_end`, stock(key));
  for (const key of ['pop', 'w15_49', 'mwra', 'users']) set(`${key}_start`, start(key));
  for (const m of methods) {
    set(`users_end[${m}]`, stock(`users[${m}]`));
    set(`users_start[${m}]`, start(`users[${m}]`));
  }
  for (const of of ['', ...methods.map((m) => `[${m}]`)]) {
    const change = get(`users_end${of}`) - get(`users_start${of}`);
    set(`users_other${of}`, change - get(`new_users${of}`) + get(`stop_users${of}`));
  }
  for (const sex of ['male', 'female'])
    for (const group of ageGroups) set(`pop_by_age_sex[${sex},${group}]`, stock(`pop_by_age_sex[${sex},${group}]`));

  set('pop_avg', (get('pop_start') + get('pop_end')) / 2);
  set('natural_increase', get('births') - get('deaths'));
  set('net_migration', get('move_in') - get('move_out'));
  set('pop_change', get('pop_end') - get('pop_start'));
  set('pop_dependent_end', get('pop_u15_end') + get('pop65_end'));
  for (const [key, value] of ratios(get, flow, newYear)) set(key, value);
  for (const [key, value] of fertility(get, flow, start)) set(key, value);
  for (const [key, value] of changes(get, flow, first, last)) set(key, value);
  return figures;
}

type Get = (key: string) => number;
type FlowOf = (key: string, from?: string, to?: string) => number;
type Lines = readonly (readonly [string, number | null])[];

function per(times: number, numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : (numerator / denominator) * times;
}

function ratios(get: Get, flow: FlowOf, newYear: string): Lines {
  const of = (times: number, numerator: string, denominator: string) => per(times, get(numerator), get(denominator));
  return [
    ['CBR', of(1000, 'births', 'pop_avg')],
    ['CDR', of(1000, 'deaths', 'pop_avg')],
    ['NIR', of(1000, 'natural_increase', 'pop_avg')],
    ['IMR_mig', of(1000, 'move_in', 'pop_avg')],
    ['OMR', of(1000, 'move_out', 'pop_avg')],
    ['NMR', of(1000, 'net_migration', 'pop_avg')],
    ['growth', of(100, 'pop_change', 'pop_start')],
    ['SRB', of(100, 'births_m', 'births_f')],
    ['share2', of(100, 'births_2', 'births')],
    ['share3', of(100, 'births_3plus', 'births')],
    ['premarital_rate', of(100, 'premarital_couples', 'marriages')],
    ['CPR', of(100, 'users_end', 'mwra_end')],
    ['mCPR', of(100, 'users_modern_end', 'mwra_end')],
    ['mCPR_all_women', of(100, 'users_modern_end', 'w15_49_end')],
    ...methods.map((m) => [`method_mix[${m}]`, of(100, `users_end[${m}]`, 'users_end')] as const),
    ['hh_size', of(1, 'pop_end', 'hh_total')],
    ['sex_ratio', of(100, 'pop_m_end', 'pop_f_end')],
    ['share60', of(100, 'pop60_end', 'pop_end')],
    ['share65', of(100, 'pop65_end', 'pop_end')],
    ['ageing_index', of(100, 'pop60_end', 'pop_u15_end')],
    ['ageing_index_65', of(100, 'pop65_end', 'pop_u15_end')],
    ['child_dep', of(100, 'pop_u15_end', 'pop15_64_end')],
    ['old_dep', of(100, 'pop65_end', 'pop15_64_end')],
    ['old_dep_60', of(100, 'pop60_end', 'pop15_59_end')],
    ['total_dep', of(100, 'pop_dependent_end', 'pop15_64_end')],
    ['SLTS_rate', per(100, flow('slts', newYear), flow('pregnant', newYear))],
    ['SLSS_rate', per(100, flow('slss', newYear), flow('births', newYear))],
    ['elder_check_rate', per(100, flow('elder_checked', newYear), get('pop60_end'))],
  ];
}

function fertility(get: Get, flow: FlowOf, start: Get): Lines {
  const women = fertileGroups.map((group) => {
    const [before, now] = [start(`pop_by_age_sex[female,${group}]`), get(`pop_by_age_sex[female,${group}]`)];
    return { group, before, mean: (before + now) / 2, births: flow(`births_by_age[${group}]`) };
  });
  const average = (get('w15_49_start') + get('w15_49_end')) / 2;
  const specific = women.map(({ births, mean }) => per(1000, births, mean));
  const isWhole = specific.every((one) => one !== null);
  return [
    ['w15_49_avg', average],
    ['GFR', per(1000, get('births'), average)],
    ...women.flatMap(
      ({ group, before, mean, births }): Lines => [
        [`women_start[${group}]`, before],
        [`women_avg[${group}]`, mean],
        [`births_by_age[${group}]`, births],
        [`ASFR[${group}]`, per(1000, births, mean)],
      ],
    ),
    ['TFR', isWhole ? specific.reduce<number>((sum, one) => sum + 5 * (one ?? 0), 0) / 1000 : null],
  ];
}

/** Against the same days of last year; a period that ends a month ends it last year, too. */
function changes(get: Get, flow: FlowOf, first: string, last: string): Lines {
  const endsMonth = addDays(last, 1).endsWith('-01');
  const earlier = (day: string) => {
    const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    return moved.endsWith('02-29') ? moved.replace('29', '28') : moved;
  };
  const end = endsMonth ? addDays(`${earlier(addDays(last, 1))}`, -1) : earlier(last);
  const before = (key: string) => flow(key, earlier(first), end);
  const [now, then] = [per(100, get('births_m'), get('births_f')), per(100, before('births_m'), before('births_f'))];
  return [
    ['SRB_change', now === null || then === null ? null : now - then],
    ['births_change', per(100, get('births') - before('births'), before('births'))],
  ];
}

/** What all days of a span come to, added up once. */
const sums = new WeakMap<Counted, Map<string, Tally>>();

function flowOf(counted: Counted, key: string, from: string, to: string, villages: readonly string[]): number {
  const known = sums.get(counted) ?? new Map<string, Tally>();
  sums.set(counted, known);
  const sum = known.get(`${from} ${to}`) ?? addUp(counted, from, to);
  known.set(`${from} ${to}`, sum);
  return villages.reduce((total, village) => total + (sum.get(key)?.get(village) ?? 0), 0);
}

function addUp({ flows }: Counted, from: string, to: string): Tally {
  const sum: Tally = new Map();
  for (const [day, tally] of flows) {
    if (day < from || day > to) continue;
    for (const [key, byVillage] of tally) for (const [village, count] of byVillage) add(sum, key, village, count);
  }
  return sum;
}

function stockOf(counted: Counted, key: string, day: string, villages: readonly string[]): number {
  const tally = counted.stocks.get(day);
  if (tally === undefined) throw new Error(`nobody looked at the book on ${day}`);
  return villages.reduce((sum, village) => sum + (tally.get(key)?.get(village) ?? 0), 0);
}
