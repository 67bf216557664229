import { users as vi } from '../../i18n/vi/device/users.ts';
import { wordsOf } from './words-of.ts';

/** Said before any PIN, as a new user chooses hers, and in "Tình trạng máy". */
export const usersWords = wordsOf(vi, async () => (await import('../../i18n/en/device/users.ts')).users);

/** What a user is called on this phone. */
export function nameUser({ label, number }: { readonly label: string; readonly number: number }): string {
  return label === '' ? usersWords.value.nameless(number) : label;
}
