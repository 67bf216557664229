/** A pregnancy ends with a birth, a loss, or the next pregnancy that is known. */
export const pregnancyBounds = [
  { fact: 'pregnancy', subject: 'person' },
  { fact: 'birth', subject: 'mother' },
  { fact: 'miscarriage', subject: 'person' },
  { fact: 'abortion', subject: 'person' },
] as const;
