import { events } from '../../i18n/vi/events.ts';
import { wordsOf } from './words-of.ts';

/** Words of forms, lists and the paper sheet: they travel with the first form that is opened. */
export const eventWords = wordsOf(events, async () => (await import('../../i18n/en/events.ts')).events);
