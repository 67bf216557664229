import type { Sex } from './person-name.ts';

/**
 * Deaths a year of 1,000 people from that age on. Invented steps, chosen so that the national pyramid gives 6–7 deaths
 * a year of 1,000 people (World Population Prospects 2022: 6.2–6.7).
 */
const deathsOfThousand: readonly (readonly [fromAge: number, deaths: number])[] = [
  [90, 260],
  [80, 120],
  [70, 42],
  [60, 15.5],
  [50, 6.6],
  [40, 2.8],
  [30, 1.3],
  [15, 0.8],
  [5, 0.3],
  [1, 0.8],
  [0, 12],
];

/** Men die earlier: invented, too. */
const bySex: { readonly [sex in Sex]: number } = { male: 1.2, female: 0.87 };

/** Probability to die within a year, 0–1. */
export function deathRate(sex: Sex, age: number): number {
  const found = deathsOfThousand.find(([fromAge]) => age >= fromAge);
  return Math.min(0.6, ((found?.[1] ?? 0) / 1000) * bySex[sex]);
}

/** Probability that somebody who would be that old today has died within these years. */
export function deathsWithin(sex: Sex, age: number, years: number): number {
  let survival = 1;
  for (let year = 0; year < years; year++) survival *= 1 - deathRate(sex, Math.max(0, age - years + year));
  return 1 - survival;
}
