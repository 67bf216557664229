/** A household number as typed: null where it was left blank, NaN where it is none (the act then says so). */
export function readNumber(text: string): number | null {
  const typed = text.trim();
  return typed === '' ? null : Number(typed);
}
