/*
 * The sixty years of can chi: ten stems and twelve branches that turn side by side. Elders who know no date of birth
 * know their branch (con giáp), often the stem too. Each year begins with Tết, so it is named after the civil year in
 * which that Tết falls.
 */

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const;
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'] as const;

type Stem = (typeof stems)[number];
export type Branch = (typeof branches)[number];

/** The year 4 was Giáp Tý. */
const giapTy = 4;

function place(year: number, turn: number): number {
  return (((year - giapTy) % turn) + turn) % turn;
}

/** canChiOf(2026) = "Bính Ngọ". */
export function canChiOf(year: number): string {
  return `${stems[place(year, stems.length)]} ${branches[place(year, branches.length)]}`;
}

/** Con giáp in their order. */
export function allBranches(): readonly Branch[] {
  return branches;
}

/** The five stems that ever meet a branch: Ngọ is never Ất. */
export function stemsOf(branch: Branch): readonly Stem[] {
  const odd = branches.indexOf(branch) % 2;
  return stems.filter((_, index) => index % 2 === odd);
}

/** Years of that name between two years, the latest first: one in sixty with the stem, one in twelve without. */
export function yearsOf(branch: string, stem: string | undefined, from: number, to: number): readonly number[] {
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => to - index);
  return years.filter(
    (year) =>
      branches[place(year, branches.length)] === branch &&
      (stem === undefined || stems[place(year, stems.length)] === stem),
  );
}
