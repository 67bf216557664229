import { catalogue } from '../../catalogue/index.ts';
import { draft as draftRecord, longestDraft } from '../../catalogue/records/work/draft.ts';
import { canHandOn, handedAnswers } from '../../catalogue/rules/can-hand-on.ts';
import { commit } from '../../sync/phone/commit.ts';
import { receiveRows } from '../../sync/phone/pull.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { drawerOf } from '../../sync/records/drawer.ts';
import type { GoneRow } from '../../sync/wire/changes.ts';
import type { Draft } from '../api/phone-api.ts';
import { civilDay } from '../ports/phone-ports.ts';
import type { Session } from '../session.ts';

/*
 * Villages went to another: what stands there leaves this phone, as if the hub had said of each record that it is gone.
 * What was saved there and waits is sent all the same; a form in hand is handed on to the officer, who has the village.
 */

/** @returns how many records left */
export async function leavePlaces(session: Session, lost: ReadonlySet<string>): Promise<number> {
  const { store, looks, now } = session;
  const [cursor, hubEpoch] = [await store.cursor(), await store.hubEpoch()];
  if (cursor === 0 || hubEpoch === null) return 0;
  const rows: GoneRow[] = [];
  for (const { kind, id, place } of store.allConfirmed())
    if (lost.has(String(place.value))) rows.push({ k: kind, id, gone: true });
  const gone = new Set([...rows.map(({ id }) => id), ...lost]);
  await handOnDrafts(session, gone);
  for (const id of gone) await looks.remove(id);
  if (rows.length > 0) await receiveRows(store, rows, { after: cursor, cursor, hubEpoch }, now);
  return rows.length;
}

/** Forms of an own panel go to nobody, as by hand: nor may they stay where the village is not. */
async function handOnDrafts(session: Session, gone: ReadonlySet<string>): Promise<void> {
  const { store, crypto, sender, now } = session;
  for (const kept of await store.drafts.all<Draft>()) {
    if (!gone.has(kept.household)) continue;
    const handed = handedOn(session, kept);
    if (handed !== undefined) await commit(store, crypto, sender, [handed], now, civilDay(now()));
    await store.drafts.remove(kept.id);
  }
}

function handedOn({ activation, sender, now }: Session, kept: Draft): OpDraft | undefined {
  const form = catalogue.forms.find(({ key }) => key === kept.form);
  if (form === undefined || !canHandOn(form)) return undefined;
  const answers = JSON.stringify(handedAnswers(form, kept.answers));
  if (answers.length > longestDraft) return undefined;
  const { user: author, userName: authorName } = activation;
  const written = { form: kept.form, at: kept.household, page: kept.page, answers, author, authorName };
  return { kind: draftRecord.kind, place: drawerOf(sender.device), put: { ...written, day: civilDay(now()) } };
}
