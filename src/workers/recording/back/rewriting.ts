import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import { recordsMade } from '../../../domain/form/told-pairs.ts';
import type { Fields } from '../../../domain/value.ts';
import type { RegisterRecord } from '../../../register/answers.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { seenOf } from '../../../sync/records/merge.ts';
import type { RecordingBook } from '../book.ts';
import type { Written } from '../written.ts';
import { type TakenBack, takeBackPlan } from './taking-back.ts';
import { inTrial } from './trial.ts';

/* "Sửa": what was written is taken back in the same transaction in which it is written anew, and not before. */

/** What stands in the void of an act that is mended by whoever wrote it. */
const rewriteReason = 'Người ghi sửa lại';

type Book = Pick<RecordingBook, 'register' | 'store' | 'sender' | 'who'>;

export interface Rewriting {
  /** Facts that are written anew. */
  readonly facts: readonly string[];
  /** Records that the form made with them, by the name of their write. */
  readonly made: { readonly [write: string]: string };
  /** Taking the facts back, but for these records. */
  readonly without: (kept: readonly string[]) => TakenBack;
  /** What is asked and judged in a book in which they are not. */
  readonly inTrial: <Result>(look: () => Result) => Result;
}

export function startRewriting(
  book: Book,
  form: FormDefinition,
  facts: readonly string[],
  actOf: (fact: string) => Written,
): Rewriting {
  const told = facts.flatMap((id) => book.register.get(id) ?? []);
  const named = Object.entries(recordsMade(form, told));
  const without = (kept: readonly string[]) =>
    takeBackPlan(book, { facts, reason: rewriteReason, actOf, kept: new Set(kept) });
  const { drafts } = without(named.map(([, id]) => id));
  const made = inTrial(book, drafts, () => named.filter(([, id]) => isOfAct(book, id, told)));
  return { facts, made: Object.fromEntries(made), without, inTrial: (look) => inTrial(book, drafts, look) };
}

/** Whether somebody has no other life in the book than by these facts, or was entered by them. */
function isOfAct({ register }: Book, id: string, facts: readonly RegisterRecord[]): boolean {
  const isEntered = facts.some(({ kind }) => definitionOf(catalogue, kind)?.isEntry === true);
  return isEntered || (register.get(id)?.fields.status ?? null) === null;
}

/** What goes back and what is written anew, each record put once: what is told anew has the last word. */
export function joinPuts(
  { store }: Pick<Book, 'store'>,
  back: readonly OpDraft[],
  groups: readonly (readonly OpDraft[])[],
): readonly (readonly OpDraft[])[] {
  const putAnew = new Set(groups.flat().flatMap((draft) => idPut(draft) ?? []));
  const under = new Map<string, Fields>();
  for (const draft of back) {
    const id = idPut(draft);
    if (id !== undefined && 'put' in draft) under.set(id, { ...under.get(id), ...draft.put });
  }
  const goneAnew = new Set(groups.flat().flatMap((draft) => ('void' in draft ? [draft.id] : [])));
  const isAnew = (draft: OpDraft) => putAnew.has(idPut(draft) ?? '') || ('void' in draft && goneAnew.has(draft.id));
  const rest = back.filter((draft) => !isAnew(draft));
  const joined = groups.map((drafts) =>
    drafts.map((draft): OpDraft => {
      const id = idPut(draft);
      const below = under.get(id ?? '');
      if (id === undefined || below === undefined || !('put' in draft)) return draft;
      const put = { ...below, ...draft.put };
      return { ...draft, put, seen: seenOf(store.shown(id), Object.keys(put)) };
    }),
  );
  return rest.length === 0 ? joined : [rest, ...joined];
}

/** Record that a draft puts values on. */
function idPut(draft: OpDraft): string | undefined {
  return 'put' in draft && typeof draft.id === 'string' ? draft.id : undefined;
}
