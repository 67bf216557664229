import { expect, test } from 'vitest';
import { tt01Choices } from '../../src/catalogue/indicators/choices.ts';
import { makeIndicators } from '../../src/catalogue/indicators/index.ts';
import { fertileBands } from '../../src/catalogue/rules/age/age-bands.ts';
import { formulaValue } from '../../src/domain/figure/formula.ts';
import { type Indicator, indicatorOf } from '../../src/domain/figure/indicator.ts';
import { type Rounding, roundTo } from '../../src/domain/figure/rounding.ts';

/*
 * Figures that others worked out and printed: what offices published, the census, the United Nations. Our formulas over
 * their counts must come to their numbers, shortened as they shorten. They are fixtures: no number here is ours to mend.
 */

const indicators = makeIndicators(tt01Choices);

interface Given {
  readonly [indicator: string]: number;
}

/** A formula over counts that somebody else took; of a change, the second reading is last year's. */
function worked(key: string, given: Given, lastYear: Given = {}): number {
  const value = evaluate(indicatorOf(indicators, key), given, lastYear);
  return value ?? Number.NaN;
}

function evaluate({ key, rule }: Indicator, given: Given, lastYear: Given): number | null {
  if (given[key] !== undefined) return given[key];
  if (rule.is === 'flow' || rule.is === 'stock' || rule.is === 'part') throw new Error(`${key} was not given`);
  return formulaValue(rule, (of, index) => {
    const source = rule.is === 'change' && index === 1 ? lastYear : given;
    return evaluate(indicatorOf(indicators, of), source, lastYear);
  });
}

interface Published {
  readonly what: string;
  readonly key: string;
  readonly given: Given;
  readonly lastYear?: Given;
  readonly decimals: number;
  readonly printed: number;
  readonly rounding?: Rounding;
}

const published: readonly Published[] = [
  {
    what: 'Bến Tre, 9 months of 2024: contraceptive prevalence',
    key: 'CPR',
    given: { users_end: 153_707, mwra_end: 223_814 },
    decimals: 2,
    printed: 68.68,
  },
  {
    what: 'Bến Tre, 9 months of 2024: births against the same period',
    key: 'births_change',
    given: { births: 8695 },
    lastYear: { births: 8695 - 75 },
    decimals: 2,
    printed: 0.87,
  },
  {
    what: 'Hưng Nguyên, January 2014: sex ratio at birth, cut',
    key: 'SRB',
    given: { births_m: 69, births_f: 124 - 69 },
    decimals: 0,
    printed: 125,
    rounding: 'cut',
  },
  {
    what: 'Hưng Nguyên 2014: 96 boys, 74 girls, cut',
    key: 'SRB',
    given: { births_m: 96, births_f: 74 },
    decimals: 0,
    printed: 129,
    rounding: 'cut',
  },
  {
    what: 'Hưng Nguyên 2014: 282 boys, 240 girls, cut',
    key: 'SRB',
    given: { births_m: 282, births_f: 240 },
    decimals: 0,
    printed: 117,
    rounding: 'cut',
  },
  {
    what: 'Hưng Nguyên 2014: 301 boys, 266 girls, cut',
    key: 'SRB',
    given: { births_m: 301, births_f: 266 },
    decimals: 0,
    printed: 113,
    rounding: 'cut',
  },
  {
    what: 'Hưng Yên 2009: sex ratio at birth',
    key: 'SRB',
    given: { births_m: 9513, births_f: 7590 },
    decimals: 0,
    printed: 125,
  },
  {
    what: 'Hưng Yên 2009: third children',
    key: 'share3',
    given: { births_3plus: 1576, births: 17_103 },
    decimals: 1,
    printed: 9.2,
  },
  {
    what: 'Đồng Nai: natural increase is births less deaths',
    key: 'NIR',
    given: { births: 1724, deaths: 569, pop_avg: 100_000 },
    decimals: 2,
    printed: 11.55,
  },
  {
    what: 'Bình Định 2023: growth',
    key: 'growth',
    given: { pop_start: 1_504_285, pop_end: 1_506_331 },
    decimals: 3,
    printed: 0.136,
  },
  {
    what: 'census 2019: sex ratio',
    key: 'sex_ratio',
    given: { pop_m_end: 47_881_061, pop_f_end: 48_327_923 },
    decimals: 1,
    printed: 99.1,
  },
  {
    what: 'census 2019: household size',
    key: 'hh_size',
    given: { pop_end: 96_208_984, hh_total: 26_870_079 },
    decimals: 1,
    printed: 3.6,
  },
];

test.each(published)('$what', ({ key, given, lastYear, decimals, printed, rounding }) => {
  expect(roundTo(worked(key, given, lastYear), decimals, rounding)).toBe(printed);
});

test('Bến Tre, 9 months of 2024: methods sum to the new users, and to the per cent of the plan', () => {
  const methods: Given = { iud: 8990, inject: 2082, implant: 27, pill: 33_377, condom: 21_731 };
  const all = Object.values(methods).reduce((sum, users) => sum + users, 0);
  const ofPlan = (done: number, plan: number) =>
    roundTo(
      formulaValue({ is: 'ratio', numerator: 'done', denominator: 'plan', times: 100 }, (key) =>
        key === 'done' ? done : plan,
      ) ?? 0,
      2,
    );
  expect([all, ofPlan(all, 64_110)]).toEqual([66_207, 103.27]);
  // Exactly 108.655: half goes up, by the digits of a person and not of a processor.
  expect(ofPlan(21_731, 20_000)).toBe(108.66);
});

test('Quang Khải, second quarter of 2021: three villages are the commune', () => {
  const villages = { births: [12, 13, 7], boys: [8, 9, 4], girls: [4, 4, 3], thirds: [4, 3, 2], screened: [2, 5, 3] };
  const sums = Object.values(villages).map((counts) => counts.reduce((sum, count) => sum + count, 0));
  expect(sums).toEqual([32, 21, 11, 9, 10]);
  // The commune's share is of its sums, never the mean of its villages' shares.
  expect(roundTo(worked('share3', { births_3plus: 9, births: 32 }), 1)).toBe(28.1);
  const mean =
    villages.thirds.reduce((sum, third, index) => sum + (third / (villages.births[index] ?? 1)) * 100, 0) / 3;
  expect(roundTo(mean, 1)).not.toBe(28.1);
});

test('Quảng Nam 2012 divided by the average population, not by that of the end', () => {
  const [births, end] = [20_469, 1_521_441];
  const start = 2 * 1_512_860 - end;
  expect(roundTo(worked('CBR', { births, pop_start: start, pop_end: end }), 2)).toBe(13.53);
  expect(roundTo(worked('CBR', { births, pop_start: end, pop_end: end }), 2)).toBe(13.45);
});

/* United Nations, World Population Prospects 2019 (CC BY 3.0 IGO): Viet Nam, 1 July 2020, thousands of people. */

const men = [
  4164.842, 4004.759, 3734.036, 3364.847, 3500.183, 4363.621, 4278.909, 3915.663, 3525.539, 3266.831, 2907.946, 2530.1,
  2012.144, 1339.456, 664.802, 422.995, 298.067, 193.013, 79.054, 25.681, 5.766,
];
const women = [
  3727.629, 3581.342, 3364.138, 3136.022, 3320.02, 4205.672, 4158.118, 3848.234, 3508.287, 3272.305, 2960.411, 2711.511,
  2318.81, 1672.277, 987.156, 703.519, 562.519, 416.16, 195.571, 72.544, 18.084,
];
const sum = (counts: readonly number[], from = 0, to = counts.length * 5) =>
  counts.slice(from / 5, to / 5).reduce((total, count) => total + count, 0);
const both = men.map((count, index) => count + (women[index] ?? 0));
const structure: Given = {
  pop_end: sum(both),
  pop_m_end: sum(men),
  pop_f_end: sum(women),
  pop_u15_end: sum(both, 0, 15),
  pop15_59_end: sum(both, 15, 60),
  pop15_64_end: sum(both, 15, 65),
  pop60_end: sum(both, 60),
  pop65_end: sum(both, 65),
};

test.each([
  ['ageing_index', 53.1],
  ['ageing_index_65', 33.91],
  ['old_dep_60', 19.1],
  ['old_dep', 11.41],
  ['child_dep', 33.64],
  ['total_dep', 45.05],
  ['share60', 12.32],
  ['share65', 7.87],
  ['sex_ratio', 99.71],
] as const)('the age structure of 2020: %s is %d', (key, printed) => {
  expect(roundTo(worked(key, structure), 2)).toBe(printed);
});

/** Of all births of 2015–2020, how many of a hundred fell on each age group; total fertility 2.0556. */
const pattern = [7.52311, 27.80283, 32.87313, 20.79296, 8.48998, 2.24606, 0.27194];
const rates = [30.929, 114.303, 135.148, 85.484, 34.904, 9.234, 1.118];

test('fertility of 2015–2020: rates by age, their total, births, general and crude rate', () => {
  const groups = fertileBands.map(({ key }, index) => {
    const asked = (2.0556 * (pattern[index] ?? 0)) / 100 / 5;
    return { key, women: women[index + 3] ?? 0, births: asked * (women[index + 3] ?? 0) };
  });
  const births = groups.reduce((total, group) => total + group.births, 0);
  const given: Given = {
    births,
    pop_avg: sum(both),
    w15_49_avg: sum(women, 15, 50),
    ...Object.fromEntries(groups.map((group) => [`births_by_age[${group.key}]`, group.births])),
    ...Object.fromEntries(groups.map((group) => [`women_avg[${group.key}]`, group.women])),
  };
  expect(groups.map(({ key }) => roundTo(worked(`ASFR[${key}]`, given), 3))).toEqual(rates);
  expect(roundTo(worked('TFR', given), 4)).toBe(2.0556);
  expect([roundTo(births, 3), roundTo(worked('GFR', given), 2), roundTo(worked('CBR', given), 2)]).toEqual([
    1570.696, 61.72, 16.14,
  ]);
});

/* United Nations, World Population Prospects 2022: Viet Nam 2018–2021. */

test.each([
  [15.873, 6.663, 0.921],
  [15.663, 6.706, 0.896],
  [15.4, 6.169, 0.923],
  [15.008, 7.317, 0.769],
])('births %d ‰, deaths %d ‰: natural increase %d %%', (births, deaths, increase) => {
  const given = { births: births * 1000, deaths: deaths * 1000, pop_avg: 1_000_000 };
  expect(roundTo(worked('NIR', given) / 10, 3)).toBe(increase);
});

/* What was printed wrongly (the sources' own errors): our formulas do not come to it. */

test('Bến Tre 2024: 68.68 of a planned 69.8 is 98.40 %, and not the printed 99.83', () => {
  const done = formulaValue({ is: 'ratio', numerator: 'a', denominator: 'b', times: 100 }, (key) =>
    key === 'a' ? 68.68 : 69.8,
  );
  expect(roundTo(done ?? 0, 2)).toBe(98.4);
});

test('Hà Nội, first quarter of 2012: 1,456 of 18,622 is 7.82 %, and not the printed 7.28', () => {
  expect(roundTo(worked('share3', { births_3plus: 1456, births: 18_622 }), 2)).toBe(7.82);
});

test('Hưng Yên 2009 printed "125 girls to 100 boys": ours says whose number it is, boys to a hundred girls', () => {
  const { unit, rule } = indicatorOf(indicators, 'SRB');
  expect([unit.vi, rule]).toEqual([
    'bé trai/100 bé gái',
    { is: 'ratio', numerator: 'births_m', denominator: 'births_f', times: 100 },
  ]);
  expect(roundTo(worked('SRB', { births_m: 7590, births_f: 9513 }), 0)).toBe(80);
});

test('Bến Tre printed 96.3 as the ratio at birth: it is that of the population, and ours are two numbers of their own', () => {
  const parts = ['SRB', 'sex_ratio'].map((key) => {
    const { rule, label } = indicatorOf(indicators, key);
    return rule.is === 'ratio' ? [label.vi, rule.numerator, rule.denominator] : [];
  });
  expect(parts).toEqual([
    ['Tỷ số giới tính khi sinh', 'births_m', 'births_f'],
    ['Tỷ số giới tính của dân số', 'pop_m_end', 'pop_f_end'],
  ]);
});

test('survey of 2013: parities miss their printed total by two of 3.6 million; what a survey may, a register may not', () => {
  const parities = [866_483, 2_095_358, 550_247, 102_277, 22_308].reduce((total, women15) => total + women15, 0);
  const [printed, tolerated] = [3_636_671, 0.00001];
  expect(parities).toBe(3_636_673);
  expect(Math.abs(parities - printed) / printed).toBeLessThan(tolerated);
});
