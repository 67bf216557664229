import type { Sex } from './person-name.ts';

/**
 * People of Viet Nam by five-year group, thousands, 1 July 2020: United Nations, World Population Prospects 2019
 * (CC BY 3.0 IGO). First group 0–4, last 100 and over.
 */
const peopleByGroup: { readonly [sex in Sex]: readonly number[] } = {
  male: [
    4164.842, 4004.759, 3734.036, 3364.847, 3500.183, 4363.621, 4278.909, 3915.663, 3525.539, 3266.831, 2907.946,
    2530.1, 2012.144, 1339.456, 664.802, 422.995, 298.067, 193.013, 79.054, 25.681, 5.766,
  ],
  female: [
    3727.629, 3581.342, 3364.138, 3136.022, 3320.02, 4205.672, 4158.118, 3848.234, 3508.287, 3272.305, 2960.411,
    2711.511, 2318.81, 1672.277, 987.156, 703.519, 562.519, 416.16, 195.571, 72.544, 18.084,
  ],
};

/** Share of a woman's children by her age at birth, percent, from 15–19 to 45–49: the same source, 2015–2020. */
export const birthsByMotherGroup: readonly (readonly [firstAge: number, percent: number])[] = [
  [15, 7.52311],
  [20, 27.80283],
  [25, 32.87313],
  [30, 20.79296],
  [35, 8.48998],
  [40, 2.24606],
  [45, 0.27194],
];

export interface AgeCell {
  readonly sex: Sex;
  readonly firstAge: number;
  readonly people: number;
}

/** `people` shared out over the pyramid by the largest remainder: the parts add up exactly. */
export function shareByPyramid(people: number): readonly AgeCell[] {
  const cells = (['male', 'female'] as const).flatMap((sex) =>
    peopleByGroup[sex].map((thousands, group) => ({ sex, firstAge: group * 5, thousands })),
  );
  const total = cells.reduce((sum, cell) => sum + cell.thousands, 0);
  const shares = cells.map((cell) => ({ ...cell, exact: (cell.thousands / total) * people }));
  const floor = shares.reduce((sum, share) => sum + Math.floor(share.exact), 0);
  const remainder = (share: { readonly exact: number }) => share.exact - Math.floor(share.exact);
  const rounded = new Set([...shares].sort((a, b) => remainder(b) - remainder(a)).slice(0, people - floor));
  return shares.map((share) => ({
    sex: share.sex,
    firstAge: share.firstAge,
    people: Math.floor(share.exact) + (rounded.has(share) ? 1 : 0),
  }));
}
