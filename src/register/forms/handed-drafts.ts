import type { HandedDraft } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';

const draftKind = 'draft';

/** Drafts that wait for another device, the newest first; what was answered is opened by whoever takes one up. */
export function handedDrafts(folk: Folk, nameOf: (user: string) => string | undefined): readonly HandedDraft[] {
  const dayOf = ({ fields }: Held): string => textOf(fields, 'day');
  // One that was erased, with somebody whom it named, says nothing any more.
  return [...folk.book.all(draftKind)]
    .filter((held) => textOf(held.fields, 'form') !== '')
    .sort((a, b) => (dayOf(a) === dayOf(b) ? (a.id < b.id ? -1 : 1) : dayOf(a) > dayOf(b) ? -1 : 1))
    .map((held) => {
      const author = textOf(held.fields, 'author');
      return {
        id: held.id,
        form: textOf(held.fields, 'form'),
        at: textOf(held.fields, 'at'),
        author,
        authorName: nameOf(author) ?? (textOf(held.fields, 'authorName') || author),
        day: dayOf(held),
        standing: held.standing,
      };
    });
}
