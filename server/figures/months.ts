/**
 * Months whose figures rest on what changed: a birth of March is in the population of every month since. Newest first;
 * not before January of last year, older reports are worked out when they are asked for.
 */
export function monthsToCompute(firstChanged: string, today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  const first = [firstChanged, `${year - 1}-01`].sort().at(-1) ?? '';
  const all = [year, year - 1].flatMap((of) =>
    Array.from({ length: 12 }, (_, index) => `${of}-${String(12 - index).padStart(2, '0')}`),
  );
  return all.filter((month) => month >= first && month <= today.slice(0, 7));
}
