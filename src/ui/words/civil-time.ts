/* Clocks and days as people here read them: Asia/Ho_Chi_Minh, seven hours before UTC, without summer time. */

const sevenHours = 7 * 3_600_000;

/** Civil day of a moment (ms since 1970): "2026-11-22". */
export function civilDay(moment: number): string {
  return new Date(moment + sevenHours).toISOString().slice(0, 10);
}

/** Time of day of a moment: "14:05". */
export function clockTime(moment: number): string {
  return new Date(moment + sevenHours).toISOString().slice(11, 16);
}

/** The month `step` months away: monthAway("2026-01", -1) = "2025-12". */
export function monthAway(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + (number - 1) + step;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
