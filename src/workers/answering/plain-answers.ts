import type { Draft, PhoneApi } from '../api/phone-api.ts';
import type { Acting } from '../recording/acting.ts';
import type { Recording } from '../recording/recording.ts';
import type { BookSession } from './book-session.ts';

/** An open book, as screens read and write it. */
export interface BookAtWork {
  readonly session: BookSession;
  readonly recording: Recording;
  readonly acting: Acting;
}

type Answers =
  | 'village'
  | 'household'
  | 'formContext'
  | 'check'
  | 'record'
  | 'undo'
  | 'judgeAct'
  | 'act'
  | 'report'
  | 'cases';

/** Answers that rest on the whole book. */
export function plainAnswers(whole: () => Promise<BookAtWork>): Pick<PhoneApi, Answers> {
  const register = async () => (await whole()).session.register;
  return {
    village: async (place) => (await register()).village(place),
    household: async (id) => (await register()).household(id),
    formContext: async (form, household, person) => (await register()).formContext(form, household, person),
    check: async (form, household, answers) => (await whole()).recording.check(form, household, answers),
    record: async (form, household, answers, asked) =>
      (await whole()).recording.record(form, household, answers, asked),
    undo: async (transaction) => (await whole()).recording.undo(transaction),
    judgeAct: async (act) => (await whole()).acting.judgeAct(act),
    act: async (act, asked) => (await whole()).acting.act(act, asked),
    report: async (report, period, place) => (await register()).report(report, period, place),
    cases: async (report, row, period, place) => (await register()).cases(report, row, period, place),
  };
}

export function drafting(
  open: () => Pick<BookAtWork, 'session'>,
  now: () => number,
): Pick<PhoneApi, 'drafts' | 'saveDraft' | 'dropDraft'> {
  return {
    drafts: async () => open().session.store.drafts.all<Draft>(),
    saveDraft: async (draft) => open().session.store.drafts.put(draft.id, { ...draft, savedAt: now() }),
    dropDraft: async (id) => open().session.store.drafts.remove(id),
  };
}
