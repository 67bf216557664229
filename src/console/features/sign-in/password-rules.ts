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
export function judgePassword({ given, next, again }: NewPassword, fewest: number): PasswordFaults {
  const isShort = [...next.normalize('NFC')].length < fewest;
  return {
    ...(given === '' ? { given: 'missing' as const } : {}),
    ...(isShort ? { next: 'short' as const } : next === given ? { next: 'same' as const } : {}),
    ...(next === again ? {} : { again: 'different' as const }),
  };
}
