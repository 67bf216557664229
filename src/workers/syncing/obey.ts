import { readErased, readPeople } from '../../sync/erasure.ts';
import type { Op } from '../../sync/op.ts';
import type { Told } from '../../sync/ports.ts';
import type { Verdict } from '../../sync/verdict.ts';
import type { Session } from '../session.ts';

/** What the phone says of itself when it asks for changes. */
export async function tellHub({ store, people }: Session): Promise<Told> {
  return { obeyed: await store.obeyed(), people: people.tag() };
}

/** Takes in what a verified contact says beside the lease: who writes in this book, and what must be forgotten. */
export async function takeContact(session: Session, contact: Verdict, tellChange: () => void): Promise<void> {
  const people = readPeople(contact);
  if (people !== undefined) {
    await session.people.learn(people);
    tellChange();
  }
  await obey(session, contact);
}

/** Rows of erased records were pulled without values by now; the rest of what this phone holds of them goes too. */
async function obey({ store, looks, transfers }: Session, contact: Verdict): Promise<void> {
  const done = await store.obeyed();
  const orders = readErased(contact).filter(({ n }) => n > done);
  const last = Math.max(done, ...orders.map(({ n }) => n));
  if (last === done) return;
  const records = new Set(orders.map(({ record }) => record));
  for (const draft of await store.drafts.all<{ readonly id: string }>()) {
    // Whatever shape a form's answers have: a draft that names an erased record is about it.
    const text = JSON.stringify(draft);
    if ([...records].some((record) => text.includes(JSON.stringify(record)))) await store.drafts.remove(draft.id);
  }
  for (const record of records) await looks.remove(record);
  const { forgetInTrace } = await import('../answering/transfer/import-trace.ts');
  await forgetInTrace(transfers, records);
  const { repeatsValues } = await import('../../catalogue/rules/repeats-values.ts');
  const repeats = (op: Op): boolean =>
    'add' in op && [...records].some((record) => repeatsValues(op.k, op.add, record));
  await store.erase(records, last, repeats);
}
