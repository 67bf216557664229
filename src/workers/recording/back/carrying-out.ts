import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { TakenBackSave } from '../../api/book-api.ts';
import type { Saved } from '../../api/phone-api.ts';
import type { RecordingBook } from '../book.ts';
import { withoutFormerNumbers } from './former-numbers.ts';
import { headlessOf, heldOf, homesOf } from './take-back-words.ts';
import type { TakenBack } from './taking-back.ts';

type Book = Pick<RecordingBook, 'register' | 'store' | 'sender'>;

/** Saves what taking facts back comes to, in one transaction, unless something stands in the way. */
export async function carryOut(
  book: Book,
  plan: TakenBack,
  save: (drafts: readonly OpDraft[]) => Promise<Saved>,
): Promise<Outcome<TakenBackSave, Words>> {
  const held = heldOf(book, plan);
  if (held !== undefined) return bad(held);
  const homes = homesOf(book, plan.gone);
  const done = plan.drafts.length === 0 ? undefined : await save(withoutFormerNumbers(book, plan.drafts));
  return good({ transaction: done?.transaction ?? '', headless: headlessOf(book, homes) });
}
