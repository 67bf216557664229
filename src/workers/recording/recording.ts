import { catalogue } from '../../catalogue/index.ts';
import type { Finding } from '../../domain/form/check.ts';
import type { FormContext, FormDefinition } from '../../domain/form/form.ts';
import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import { personKind } from '../../register/held.ts';
import type { Reopened, TakeBackJudgement } from '../../register/lives/answers.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf } from '../../sync/records/merge.ts';
import { maxTransactionOps } from '../../sync/wire/bounds.ts';
import type { TakenBackSave } from '../api/book-api.ts';
import type { Saved } from '../api/phone-api.ts';
import { findUnacceptable } from './acceptable.ts';
import type { Rewriting } from './back/rewriting.ts';
import type { TakenBack } from './back/taking-back.ts';
import type { RecordingBook } from './book.ts';
import { judge, workOut } from './judging.ts';
import { homeKey, movedBy } from './moving.ts';
import type { Saving } from './saving.ts';
import { putsOf, voidsOf, type Written } from './written.ts';

export interface Asking {
  check(form: string, where: string, answers: Fields): readonly Finding[];
  context(form: string, where: string, person?: string): FormContext;
}

export interface Recording extends Asking {
  /** The same where these facts are written anew: they are judged as gone. */
  anew(rewrites: readonly string[]): Promise<Asking>;
  /** Whatever was worked out elsewhere, e.g. an act on a household: saved, and remembered for its undo. */
  save(drafts: readonly OpDraft[]): Promise<Saved>;
  /** `rewrites` are facts that the save writes anew. */
  record(
    form: string,
    where: string,
    answers: Fields,
    asked: readonly string[],
    rewrites?: readonly string[],
  ): Promise<Outcome<Saved, readonly Finding[]>>;
  undo(transaction: string): Promise<void>;
  /** The facts of one act as a form to be answered again; `undefined` for what no form writes. */
  reopen(facts: readonly string[]): Promise<Reopened | undefined>;
  /** What would go along, and what stands in the way. */
  judgeTakeBack(facts: readonly string[]): Promise<TakeBackJudgement>;
  /** Takes facts back in one transaction, whoever wrote them, and what was put beside them. */
  takeBack(facts: readonly string[], reason: string): Promise<Outcome<TakenBackSave, Words>>;
}

/** Loaded by the first who is stopped by more than a form's own checks. */
const stops = () => import('./stops.ts');
/** Loaded by the first who takes something back, writes it anew, or moves somebody. */
const goingBack = () => import('./back/going-back.ts');
type Back = Awaited<ReturnType<typeof goingBack>>;

/** From a form's answers to a durable save. */
export function createRecording(saving: Saving, session: RecordingBook): Recording {
  const { register } = session;
  const saved = new Map<string, Written>();

  const keep = async (groups: readonly (readonly OpDraft[])[]): Promise<Saved> => {
    if (groups.flat().length > maxTransactionOps) return keepLong(groups);
    const one = joined(groups);
    const isSettled = !one.some((draft) => isMoving(draft) || isElsewhere(draft));
    const drafts = isSettled ? one : (await goingBack()).settledAlong(session, one);
    return drafts.length > maxTransactionOps ? keepLong(groups) : remembered(drafts, () => saving.save(drafts));
  };
  /** As few transactions as it fits in; whoever comes to live elsewhere goes along behind them. */
  const keepLong = async (groups: readonly (readonly OpDraft[])[]): Promise<Saved> => {
    const told = groups.flat();
    const { settledBehind, touchedBy } = await goingBack();
    const touched = touchedBy(session, told);
    const done = await remembered(told, () => saving.saveLong(groups));
    const behind = settledBehind(session, touched);
    if (behind.length > 0) await saving.saveLong(behind.map((draft) => [draft]));
    return done;
  };
  /** A fact told elsewhere than where somebody of it lives. */
  const isElsewhere = (draft: OpDraft): boolean =>
    'add' in draft &&
    Object.values(draft.add).some((value) => {
      const named = typeof value === 'string' ? register.get(value) : undefined;
      return named?.kind === personKind && named.place !== draft.place;
    });
  const remembered = async (drafts: readonly OpDraft[], write: () => Promise<Saved>): Promise<Saved> => {
    const [puts, voided] = [putsOf(session, drafts), voidsOf(session, drafts)];
    const done = await write();
    const stood = new Set(drafts.map(({ id }) => id));
    const made = done.records.map(({ id }) => id).filter((id) => !stood.has(id));
    saved.set(done.transaction, { puts, ...voided, made });
    return done;
  };
  /** An author writes on top of what she sees. */
  const seeing = (draft: OpDraft): OpDraft => {
    if (!('put' in draft) || typeof draft.id !== 'string' || draft.seen !== undefined) return draft;
    return { ...draft, seen: seenOf(session.store.shown(draft.id), Object.keys(draft.put)) };
  };
  const save = (told: readonly OpDraft[]) => {
    const drafts = told.map(seeing);
    return keep(drafts.length <= maxTransactionOps ? [drafts] : drafts.map((draft) => [draft]));
  };

  /** The act of a fact as far as it is known at once: by this session, else by what stands around it. */
  const actOf =
    ({ actAround }: Back) =>
    (fact: string): Written => {
      const known = [...saved.values()].find(({ made }) => made.includes(fact));
      if (known !== undefined) return known;
      const record = register.get(fact);
      return record === undefined ? { made: [], puts: [], voids: [], lifts: [] } : actAround(session, record);
    };
  /** The same, also of acts that wait from an earlier session. */
  const actsOf = async (back: Back, facts: readonly string[]): Promise<(fact: string) => Written> => {
    const acts = new Map<string, Written>();
    for (const fact of facts) {
      const transaction = await back.waitingTransaction(session, fact);
      if (transaction !== undefined) acts.set(fact, await back.waitingAct(session, transaction));
    }
    return (fact) => acts.get(fact) ?? [...acts.values()].find(({ made }) => made.includes(fact)) ?? actOf(back)(fact);
  };
  const looked = <Result>(rewriting: Rewriting | undefined, look: () => Result): Result =>
    rewriting === undefined ? look() : rewriting.inTrial(look);
  const asking = (rewrite?: (form: FormDefinition) => Rewriting): Asking => ({
    check(key, where, answers) {
      const form = formOf(key);
      const rewriting = rewrite?.(form);
      return looked(rewriting, () => judge(session, form, where, answers, Object.values(rewriting?.made ?? {})));
    },
    context: (key, where, person) => looked(rewrite?.(formOf(key)), () => register.formContext(key, where, person)),
  });
  const rewritingOf = async (form: FormDefinition, rewrites: readonly string[]): Promise<Rewriting> => {
    const back = await goingBack();
    return back.startRewriting(session, form, rewrites, await actsOf(back, rewrites));
  };
  /** Whoever is asked for no such form, and what is to be written anew and is in the book no more. */
  const barredFrom = async (form: FormDefinition, rewrites: readonly string[]): Promise<Finding | undefined> => {
    if (form.roles?.includes(session.who.role) === false)
      throw new RangeError(`${session.who.role} records no ${form.key}`);
    return rewrites.every((fact) => register.get(fact) !== undefined) ? undefined : (await stops()).goneFor(form);
  };
  const planOf = async (back: Back, facts: readonly string[], reason: string): Promise<TakenBack> =>
    back.takeBackPlan(session, { facts, reason, actOf: await actsOf(back, facts) });
  const mendedGroups = async (drafts: readonly OpDraft[], groups: readonly (readonly OpDraft[])[]) => {
    const { joinPuts, withoutFormerNumbers } = await goingBack();
    return joinPuts(session, drafts, groups).map((some) => withoutFormerNumbers(session, some));
  };

  return {
    save,
    ...asking(),
    async anew(rewrites) {
      const back = await goingBack();
      return asking((form) => back.startRewriting(session, form, rewrites, actOf(back)));
    },
    async record(key, where, answers, asked, rewrites = []) {
      const form = formOf(key);
      const barred = await barredFrom(form, rewrites);
      if (barred !== undefined) return bad([barred]);
      const rewriting = rewrites.length === 0 ? undefined : await rewritingOf(form, rewrites);
      const { found, groups, kept } = looked(rewriting, () =>
        workOut(session, form, { where, answers, asked, rewriting }),
      );
      const open = found.filter(({ strength, check }) => strength === 'stop' || !asked.includes(check));
      if (open.length > 0) return bad(open);
      const back = rewriting?.without(kept);
      if (back !== undefined && back.held.length > 0) {
        const { heldWords } = await goingBack();
        return bad([(await stops()).heldFor(form, heldWords(session, back))]);
      }
      const all = back === undefined ? groups : await mendedGroups(back.drafts, groups);
      if (all.flat().length === 0) return bad([(await stops()).nothingFor(form)]);
      const [refused] = all.flatMap((drafts) => findUnacceptable(drafts, session) ?? []);
      if (refused !== undefined) return bad([(await stops()).unacceptableFor(form, refused)]);
      return keep(all).then(good, async (error: unknown) => bad([(await stops()).notSavedFor(form, error)]));
    },
    async undo(transaction) {
      const { giveUp, undoDrafts, waitingAct } = await goingBack();
      const drafts = undoDrafts(session, saved.get(transaction) ?? (await waitingAct(session, transaction)));
      if (drafts.length > 0) await save(drafts);
      await giveUp(session, transaction);
    },
    async reopen(facts) {
      const { reopenAct } = await import('./reopening.ts');
      return reopenAct(session, facts, await actsOf(await goingBack(), facts));
    },
    async judgeTakeBack(facts) {
      const back = await goingBack();
      return back.judgeTaking(session, facts, await planOf(back, facts, ''));
    },
    async takeBack(facts, reason) {
      const back = await goingBack();
      return back.carryOut(session, await planOf(back, facts, reason), save);
    },
  };
}

/** Whether somebody may live in another village behind it. */
function isMoving(draft: OpDraft): boolean {
  if ('void' in draft) return true;
  if ('put' in draft) return draft.kind === personKind && homeKey in draft.put;
  return movedBy(draft.kind, draft.add).length > 0;
}

function formOf(key: string): FormDefinition {
  const form = catalogue.forms.find((one) => one.key === key);
  if (form === undefined) throw new RangeError(`no form ${key}`);
  return form;
}

/** Groups of drafts in one transaction: `made` counts from its first draft. */
function joined(groups: readonly (readonly OpDraft[])[]): readonly OpDraft[] {
  let from = 0;
  return groups.flatMap((drafts) => {
    const shift = from;
    from += drafts.length;
    return shift === 0 ? drafts : drafts.map((draft) => shifted(draft, shift));
  });
}

function shifted(draft: OpDraft, by: number): OpDraft {
  const move = <Given>(value: Given) => (isMade(value) ? { made: value.made + by } : value);
  const all = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, move(value)]));
  if ('add' in draft) return { ...draft, add: all(draft.add) };
  return 'put' in draft ? { ...draft, put: all(draft.put) } : draft;
}

function isMade(value: unknown): value is { readonly made: number } {
  return typeof value === 'object' && value !== null && 'made' in value && typeof value.made === 'number';
}
