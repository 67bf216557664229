import { marriage } from '../../../catalogue/records/life/marriage.ts';
import type { RecordingBook } from '../book.ts';
import type { TakenBack } from './taking-back.ts';
import { namedBy } from './told-put.ts';
import { inTrial } from './trial.ts';

type Book = Pick<RecordingBook, 'register' | 'store' | 'sender'>;

/**
 * Name of somebody who was widowed or parted by these facts and has married again since: without them the book would tell
 * of two marriages at once.
 */
export function marriedAgain(book: Book, { drafts, gone }: Pick<TakenBack, 'drafts' | 'gone'>): string | undefined {
  const { register } = book;
  const facts = gone.flatMap((id) => register.get(id) ?? []);
  const named = facts.flatMap(namedBy);
  const since = facts.map(({ fields }) => String(fields.date ?? '')).sort()[0] ?? '';
  const before = new Map(named.map((id) => [id, spouseOf(book, id)]));
  const again = inTrial(book, drafts, () =>
    named
      .map((id) => ({ id, spouse: spouseOf(book, id) }))
      .find(({ id, spouse }) => spouse !== '' && spouse !== before.get(id) && isAnothers(book, spouse, id, since)),
  );
  return again && String(register.get(again.spouse)?.fields.fullName ?? '');
}

/** `''` also for who is dead: death ends a marriage, and the line of the dead keeps it. */
function spouseOf({ register }: Pick<Book, 'register'>, id: string): string {
  const { marital, spouse, status } = register.get(id)?.fields ?? {};
  return marital === 'married' && status !== 'dead' && typeof spouse === 'string' ? spouse : '';
}

/** Linked with another, or wed since to somebody whom the book may not know. */
function isAnothers(book: Book, id: string, than: string, since: string): boolean {
  const spouse = spouseOf(book, id);
  if (spouse === than) return false;
  const facts = book.register.factsAbout(id).flatMap((fact) => book.register.get(fact) ?? []);
  const isWed = facts.some(
    (fact) => fact.kind === marriage.kind && String(fact.fields.date) >= since && !namedBy(fact).includes(than),
  );
  return spouse !== '' || isWed;
}
