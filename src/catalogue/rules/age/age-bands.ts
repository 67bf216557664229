import type { Operand } from '../../../domain/condition.ts';

/* Five-year age groups, 0–4 to 80 and over, as the yearbooks print them. */

const width = 5;
const last = 80;

export interface AgeBand {
  /** As the engine names the group, "15-19" or "80+". */
  readonly key: string;
  readonly from: number;
  readonly words: string;
}

export const ageBands: readonly AgeBand[] = Array.from({ length: last / width + 1 }, (_, index) => {
  const from = index * width;
  if (from === last) return { key: `${last}+`, from, words: `${last}+` };
  return { key: `${from}-${from + width - 1}`, from, words: `${from}–${from + width - 1}` };
});

/** The group of somebody's age on a day. */
export function bandOn(birthDate: Operand, day: Operand): Operand {
  return { bandOf: { yearsFrom: birthDate, to: day }, width, last };
}

/** Bands from one age up to, not including, another; both must be ages at which a band begins. */
export function bandsBetween(from: number, to = Number.POSITIVE_INFINITY): readonly AgeBand[] {
  return ageBands.filter((band) => band.from >= from && band.from < to);
}

/** Women of reproductive age by band: 15–19 to 45–49. */
export const fertileBands = bandsBetween(15, 50);
