import type { receiveRows } from '../../sync/phone/pull.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { GoneRow } from '../../sync/wire/changes.ts';
import { forgetInTrace } from '../answering/transfer/import-trace.ts';
import type { Draft } from '../api/phone-api.ts';
import { handedOn } from '../handing/handing-desk.ts';
import type { Session } from '../session.ts';

/*
 * Villages went to another, on this phone's own commune or with their people out of it: what stands there leaves this
 * phone, as if the hub had said of each record that it is gone.
 * What was saved there and waits is sent all the same; a form in hand is handed on to the officer, who has the village.
 */

/** The sync core's hands, which are there already: this part is fetched once in years. */
interface Hands {
  readonly save: (drafts: readonly OpDraft[]) => Promise<unknown>;
  readonly receiveRows: typeof receiveRows;
}

export async function leavePlaces(session: Session, lost: ReadonlySet<string>, hands: Hands): Promise<void> {
  const { store, looks, now } = session;
  const [cursor, hubEpoch] = [await store.cursor(), await store.hubEpoch()];
  if (cursor === 0 || hubEpoch === null) return;
  const rows: GoneRow[] = [];
  for (const { kind, id, place } of store.allConfirmed())
    if (lost.has(String(place.value))) rows.push({ k: kind, id, gone: true });
  const gone = new Set([...rows.map(({ id }) => id), ...lost]);
  await handOnDrafts(session, gone, hands);
  for (const id of gone) await looks.remove(id);
  await forgetInTrace(session.transfers, gone);
  if (rows.length > 0) await hands.receiveRows(store, rows, { after: cursor, cursor, hubEpoch }, now);
}

/** Forms of an own panel go to nobody, as by hand: nor may they stay where the village is not. */
async function handOnDrafts(session: Session, gone: ReadonlySet<string>, hands: Hands): Promise<void> {
  const { store, now } = session;
  for (const kept of await store.drafts.all<Draft>()) {
    if (!gone.has(kept.household) && isHere(session, kept.household)) continue;
    const handed = handedOn(session, kept, now());
    if (handed.ok) await hands.save([handed.value]);
    await store.drafts.remove(kept.id);
  }
}

/** A household of this book, or a place that forms are begun for. */
function isHere({ register, activation }: Session, household: string): boolean {
  return register.get(household) !== undefined || activation.units.some(({ id }) => id === household);
}
