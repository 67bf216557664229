/* Numbers of cards and phones as offices write them: with blanks, dots and hyphens, and shortened by a spreadsheet. */

/** Letters and digits of a card alone. */
export function cardOf(given: string): string {
  return given.replace(/[\s.-]/g, '');
}

/** Each begins with 0, a province's code: of a number that a spreadsheet kept, a zero or two are gone. */
export function nationalIdOf(given: string): string {
  const number = cardOf(given);
  return /^\d{10,11}$/.test(number) ? number.padStart(12, '0') : number;
}

/** Every number here begins with 0: a spreadsheet that took it for a number has dropped it. */
export function phoneOf(given: string): string {
  return /^[2-9]\d{8,9}$/.test(given) ? `0${given}` : given;
}

/** One spelling of a phone: "+84 912-345-678", "912345678" → "0912345678". */
export function samePhoneOf(given: string): string {
  return phoneOf(cardOf(given).replace(/^\+84/, '0'));
}
