import { catalogue } from '../../catalogue/index.ts';
import { formNamed } from '../../domain/catalogue.ts';
import type { Draft, PhoneApi } from '../api/phone-api.ts';
import type { Acting } from '../recording/acting.ts';
import type { Asking, Recording } from '../recording/recording.ts';
import type { BookSession } from './book-session.ts';
import type { LookLog } from './look-log.ts';

/** An open book, as screens read and write it. */
export interface BookAtWork {
  readonly session: BookSession;
  readonly recording: Recording;
  readonly acting: Acting;
  readonly looks: LookLog;
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

/**
 * Answers that rest on the whole book.
 * @param counted the same, for who counts
 */
export function plainAnswers(
  whole: () => Promise<BookAtWork>,
  now: () => number,
  counted: () => Promise<BookAtWork> = whole,
): Pick<PhoneApi, Answers> {
  const register = async () => (await whole()).session.register;
  return {
    village: async (place) => (await register()).village(place),
    household: async (id) => (await register()).household(id),
    async formContext(form, household, person, rewrites) {
      const work = await whole();
      if (person !== undefined && isOfPanel(form)) await logLook(work, person, now());
      return (await asking(work, rewrites)).context(form, household, person);
    },
    check: async (form, household, answers, rewrites) =>
      (await asking(await whole(), rewrites)).check(form, household, answers),
    record: async (form, household, answers, asked, rewrites) =>
      (await whole()).recording.record(form, household, answers, asked, rewrites),
    undo: async (transaction) => (await whole()).recording.undo(transaction),
    judgeAct: async (act) => (await whole()).acting.judgeAct(act),
    act: async (act, asked) => (await whole()).acting.act(act, asked),
    report: async (report, period, place) => (await counted()).session.register.report(report, period, place),
    async cases(report, row, period, place, goesOn) {
      const { session, looks } = await counted();
      const isPrivate = session.register.isPrivate(report, row, period);
      const { role, user } = session.activation;
      if (isPrivate && role !== 'officer') return [];
      const cases = session.register.cases(report, row, period, place);
      if (isPrivate) for (const { person } of cases) await looks.log(person, { at: now(), user }, goesOn);
      return cases;
    },
  };
}

/** @param rewrites facts that are written anew */
async function asking({ recording }: BookAtWork, rewrites: readonly string[] = []): Promise<Asking> {
  return rewrites.length === 0 ? recording : recording.anew(rewrites);
}

/** Such a form may open with what only the panel says, e.g. the method in use: opening it for a person is a look. */
function isOfPanel(form: string): boolean {
  return formNamed(catalogue, form)?.shown === 'panel';
}

async function logLook({ session, looks }: BookAtWork, person: string, at: number): Promise<void> {
  const id = session.register.person(person)?.id;
  if (id !== undefined) await looks.log(id, { at, user: session.activation.user });
}

/** @param onEnd a draft went, saved or dropped */
export function drafting(
  open: () => Pick<BookAtWork, 'session'>,
  now: () => number,
  onEnd: (draft: string) => Promise<void>,
): Pick<PhoneApi, 'drafts' | 'saveDraft' | 'dropDraft'> {
  return {
    drafts: async () => open().session.store.drafts.all<Draft>(),
    saveDraft: async (draft) => open().session.store.drafts.put(draft.id, { ...draft, savedAt: now() }),
    async dropDraft(id) {
      await open().session.store.drafts.remove(id);
      await onEnd(id);
    },
  };
}
