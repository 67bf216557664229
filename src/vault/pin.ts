/** Six digits; easy ones are a thief's first ten tries. */
export function pinFault(pin: string): 'too_short' | 'not_digits' | 'too_simple' | undefined {
  if (!/^\d*$/.test(pin)) return 'not_digits';
  if (pin.length !== 6) return 'too_short';
  return isSimple([...pin].map(Number)) ? 'too_simple' : undefined;
}

/** All the same, or a straight run up or down: 111111, 123456, 987654. */
function isSimple(digits: readonly number[]): boolean {
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
  const [first] = steps;
  return first !== undefined && Math.abs(first) <= 1 && steps.every((step) => step === first);
}
