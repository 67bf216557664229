/** The month `step` months away: monthAway("2026-01", -1) = "2025-12". */
export function monthAway(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + (number - 1) + step;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
