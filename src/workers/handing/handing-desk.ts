import { catalogue } from '../../catalogue/index.ts';
import { draft as draftRecord, longestDraft } from '../../catalogue/records/work/draft.ts';
import { canHandOn, handedAnswers } from '../../catalogue/rules/can-hand-on.ts';
import { civilDay } from '../../domain/calendar/civil-date.ts';
import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { drawerOf } from '../../sync/records/drawer.ts';
import { seenOf } from '../../sync/records/merge.ts';
import type { BookSession } from '../answering/book-session.ts';
import type { HandingApi } from '../api/handing-api.ts';
import type { Draft } from '../api/phone-api.ts';
import { readAnswers } from './answers-codec.ts';
import { type HandingBook, takenUp } from './handing.ts';

/** What stands in the void of a draft that was finished, or given up. */
const doneReason = 'Đã làm xong hoặc bỏ nháp';

/** Loaded when a draft goes from one device to another. */
export function openHandingDesk(
  whole: () => Promise<HandingBook>,
  now: () => number,
): Omit<HandingApi, 'handedDrafts'> {
  return {
    async handOn(id) {
      const { session, recording } = await whole();
      const kept = (await session.store.drafts.all<Draft>()).find((one) => one.id === id);
      if (kept === undefined || !isHere(session, kept.household)) return bad('nowhere');
      const handed = handedOn(session, kept, now());
      if (!handed.ok) return handed;
      await recording.save([handed.value]);
      await session.store.drafts.remove(id);
      return good(null);
    },
    async takeUp(id) {
      const { session } = await whole();
      const record = session.register.get(id);
      const { form, at, page, answers } = record?.fields ?? {};
      if (record?.kind !== draftRecord.kind || typeof form !== 'string') return undefined;
      const taken: Draft = {
        id: `${takenUp}${id}`,
        form,
        household: String(at),
        page: typeof page === 'number' ? page : 0,
        answers: readAnswers(String(answers)) ?? {},
        savedAt: now(),
      };
      await session.store.drafts.put(taken.id, taken);
      return taken;
    },
    async dropHanded(id) {
      const { session, recording } = await whole();
      await voidHanded(session, recording, id);
    },
  };
}

/** A draft as it goes to the own drawer. */
export function handedOn(
  { activation, sender }: Pick<BookSession, 'activation' | 'sender'>,
  { form: key, household: at, page, answers: kept }: Draft,
  now: number,
): Outcome<OpDraft, 'nowhere' | 'private' | 'too_long'> {
  const form = catalogue.forms.find((one) => one.key === key);
  if (form === undefined) return bad('nowhere');
  if (!canHandOn(form)) return bad('private');
  const answers = JSON.stringify(handedAnswers(form, kept));
  if (answers.length > longestDraft) return bad('too_long');
  const { user: author, userName: authorName } = activation;
  const put = { form: key, at, page, answers, author, authorName, day: civilDay(now) };
  return good({ kind: draftRecord.kind, place: drawerOf(sender.device), put });
}

export async function voidHanded({ store, register }: BookSession, recording: HandingBook['recording'], id: string) {
  const record = register.get(id);
  if (record?.kind !== draftRecord.kind) return;
  const seen = seenOf(store.shown(id), ['void']);
  await recording.save([{ kind: record.kind, id, place: record.place, void: { reason: doneReason }, seen }]);
}

/** A household, or the village itself. */
function isHere({ register, who }: BookSession, at: string): boolean {
  return register.get(at) !== undefined || who.places.some(({ id, level }) => id === at && level === 'village');
}
