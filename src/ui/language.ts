import { computed, signal } from '@preact/signals';
import type { Language } from '../domain/words.ts';
import { layOver } from '../i18n/translation.ts';
import { type InterfaceWords, vi } from '../i18n/vi.ts';

const spoken = signal<{ readonly language: Language; readonly words: InterfaceWords }>({ language: 'vi', words: vi });

/** The language of the screens: reading these in a component draws it again when the language changes. */
export const language = computed(() => spoken.value.language);
export const words = computed(() => spoken.value.words);

/** English is loaded only when it is chosen: the first screen of nearly everybody is Vietnamese. */
export async function speak(next: Language): Promise<void> {
  if (next === 'vi') {
    spoken.value = { language: 'vi', words: vi };
    return;
  }
  // Without a network, and never fetched before: Vietnamese goes on.
  const loaded = await import('../i18n/en.ts').catch(() => undefined);
  if (loaded !== undefined) spoken.value = { language: 'en', words: layOver(vi, loaded.en) };
}
