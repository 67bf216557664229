/** "2026-11" and the eleven before it, the present one first. @param today civil day */
export function lastMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => monthAt(year * 12 + month - 1 - back));
}

/** "2026-11" and those to come that somebody plans for. @param today civil day */
export function nextMonths(today: string, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, ahead) => monthAt(year * 12 + month - 1 + ahead));
}

/** @param at months since the year 0 */
function monthAt(at: number): string {
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** "2026-11" → month 11 of 2026, and the first day of the month behind it. */
export function readMonth(month: string): { readonly month: string; readonly year: string; readonly after: string } {
  const [year = '', number = ''] = month.split('-');
  const next = Number(number) === 12 ? [Number(year) + 1, 1] : [Number(year), Number(number) + 1];
  return { month: String(Number(number)), year, after: `01/${String(next[1]).padStart(2, '0')}/${next[0]}` };
}
