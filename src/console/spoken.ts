import type { Language } from '../domain/words.ts';
import { speak } from '../ui/language.ts';

/** The browser remembers which language this PC reads; that says nothing of a person in the book. */
const key = 'console-language';

export async function chooseLanguage(next: Language): Promise<void> {
  localStorage.setItem(key, next);
  await speak(next);
  document.documentElement.lang = next;
}

export async function speakAsBefore(): Promise<void> {
  await chooseLanguage(localStorage.getItem(key) === 'en' ? 'en' : 'vi');
}
