/** One step from what stands in the box; from a blank box, or from words, to the smallest. Stays within its bounds. */
export function nextNumber(typed: string, by: number, min: number, max: number): number {
  const text = typed.trim();
  if (!/^\d+$/.test(text)) return min;
  return Math.min(max, Math.max(min, Number(text) + by));
}
