import type { Language } from '../../domain/words.ts';
import { language, speak } from '../../ui/language.ts';

const key = 'language';

/** The lock screen must speak it too, so it lies in the clear: it says nothing about anybody. */
export async function recallLanguage(storage: Storage): Promise<void> {
  await speak(storage.getItem(key) === 'en' ? 'en' : 'vi');
  document.documentElement.lang = language.value;
}

export async function chooseLanguage(storage: Storage, next: Language): Promise<void> {
  storage.setItem(key, next);
  await speak(next);
  document.documentElement.lang = language.value;
}
