import type { Language } from '../../domain/words.ts';
import { language, speak } from '../../ui/language.ts';
import { smallStore } from './small-store.ts';

const key = 'language';

/** The lock screen must speak it too, so it lies in the clear: it says nothing about anybody. */
export async function recallLanguage(view: Window): Promise<void> {
  await speak(smallStore(view)?.getItem(key) === 'en' ? 'en' : 'vi');
  document.documentElement.lang = language.value;
}

export async function chooseLanguage(view: Window, next: Language): Promise<void> {
  smallStore(view)?.setItem(key, next);
  await speak(next);
  document.documentElement.lang = language.value;
}
