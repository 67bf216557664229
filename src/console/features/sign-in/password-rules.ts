/** Fewest characters of a console password: length, not signs, makes it hard to guess (NIST SP 800-63B, ASVS 2.1.1). */
export const fewestCharacters = 12;

export interface NewPassword {
  readonly given: string;
  readonly next: string;
  readonly again: string;
}

export type PasswordFaults = {
  readonly given?: 'missing';
  readonly next?: 'short' | 'same';
  readonly again?: 'different';
};

/** What must be mended before the hub is asked; characters are counted as a person counts them (code points of NFC). */
export function judgePassword({ given, next, again }: NewPassword): PasswordFaults {
  const isShort = [...next.normalize('NFC')].length < fewestCharacters;
  return {
    ...(given === '' ? { given: 'missing' as const } : {}),
    ...(isShort ? { next: 'short' as const } : next === given ? { next: 'same' as const } : {}),
    ...(next === again ? {} : { again: 'different' as const }),
  };
}
