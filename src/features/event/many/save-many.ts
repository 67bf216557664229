import type { Finding } from '../../../domain/form/check.ts';
import type { Fields } from '../../../domain/value.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';

/** What one save takes at most: so many people are one transaction, and how far it got can be said between two. */
const portion = 250;

interface Many {
  readonly form: string;
  readonly subject: string;
  readonly place: string;
  /** The common answers. */
  readonly answers: Fields;
  readonly people: readonly string[];
  /** Ids of the checks answered yes. */
  readonly asked: readonly string[];
}

interface SavedMany {
  readonly transactions: readonly string[];
  /** What stopped it; nobody of the list is recorded then, unless some were before. */
  readonly findings: readonly Finding[];
}

/** Records one event for many people; `onProgress` is told how many are done. All are judged before the first is written. */
export async function saveMany(phone: PhoneApi, many: Many, onProgress: (done: number) => void): Promise<SavedMany> {
  const found = await phone.check(many.form, many.place, { ...many.answers, [many.subject]: many.people });
  const open = found.filter(({ strength, check }) => strength === 'stop' || !many.asked.includes(check));
  if (open.length > 0) return { transactions: [], findings: open };
  const transactions: string[] = [];
  for (let from = 0; from < many.people.length; from += portion) {
    const answers = { ...many.answers, [many.subject]: many.people.slice(from, from + portion) };
    const outcome = await phone.record(many.form, many.place, answers, many.asked);
    if (!outcome.ok) return { transactions, findings: outcome.error };
    transactions.push(outcome.value.transaction);
    onProgress(Math.min(from + portion, many.people.length));
  }
  return { transactions, findings: [] };
}
