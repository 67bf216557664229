/** So many, by key and village. */
export type Tally = Map<string, Map<string, number>>;

export function add(tally: Tally, key: string, village: string, count = 1): void {
  const byVillage = tally.get(key) ?? new Map<string, number>();
  byVillage.set(village, (byVillage.get(village) ?? 0) + count);
  tally.set(key, byVillage);
}

export const methods = ['iud', 'ster_m', 'ster_f', 'condom', 'pill', 'inject', 'implant', 'other'];

export function ageBand(age: number): string {
  if (Number.isNaN(age)) return '';
  return age >= 80 ? '80+' : `${age - (age % 5)}-${age - (age % 5) + 4}`;
}
