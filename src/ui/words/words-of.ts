import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Reworded } from '../../i18n/vocabulary.ts';
import { language } from '../language.ts';

/**
 * The words of one area, which travel with the screens that say them: src/i18n/vi/AREA.ts, and src/i18n/en/AREA.ts
 * loaded only when English is chosen; until it is there, Vietnamese shows.
 */
export function wordsOf<Area>(vi: Area, english: () => Promise<Reworded<Area>>): ReadonlySignal<Area | Reworded<Area>> {
  const en = signal<Reworded<Area> | undefined>(undefined);
  const load = async (): Promise<void> => {
    en.value = await english().catch(() => undefined);
  };
  return computed(() => {
    if (language.value === 'vi') return vi;
    if (en.peek() === undefined) void load();
    return en.value ?? vi;
  });
}
