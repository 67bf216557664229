/**
 * How an office shortens a number: `half_up` (12,345 → 12,35 at two decimals), or `cut`, which leaves the rest away
 * (125,45 → 125): some offices print the sex ratio at birth so.
 */
export type Rounding = 'half_up' | 'cut';

/** Digits that a double surely holds: what lies behind them is noise of its binary form, 108.655 and not 108.65499…. */
const sureDigits = 15;

/** A value at so many decimals, by its decimal digits and not by its binary ones; away from zero where it is half. */
export function roundTo(value: number, decimals: number, rounding: Rounding = 'half_up'): number {
  const [digits = '0', exponent = '0'] = Math.abs(value).toPrecision(sureDigits).split('e');
  const scaled = Number(`${digits}e${Number(exponent) + decimals}`);
  const whole = rounding === 'cut' ? Math.floor(scaled) : Math.floor(scaled + 0.5);
  return Math.sign(value) * Number(`${whole}e${-decimals}`) || 0;
}

/** "108,7": one decimal, half up, with a decimal comma, for the checks' own sentences. */
export function spellTenths(value: number): string {
  return roundTo(value, 1).toFixed(1).replace('.', ',');
}
