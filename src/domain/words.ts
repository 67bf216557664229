/** Words of the programme as they stand in a definition; the Vietnamese wording is the legal one. */
export interface Words {
  readonly vi: string;
  readonly en?: string;
}

export type Language = 'vi' | 'en';

/** A missing translation shows Vietnamese, never a key. */
export function say(words: Words, language: Language): string {
  return (language === 'en' ? words.en : undefined) ?? words.vi;
}
