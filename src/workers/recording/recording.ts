import { catalogue } from '../../catalogue/index.ts';
import { checksOf } from '../../domain/catalogue.ts';
import { answersOfEach, problems } from '../../domain/form/answers.ts';
import { type Finding, findings } from '../../domain/form/check.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import { writesOf } from '../../domain/form/writes.ts';
import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { Fields } from '../../domain/value.ts';
import { isStorageFull } from '../../store/database.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { maxTransactionOps } from '../../sync/wire/bounds.ts';
import type { Saved } from '../api/phone-api.ts';
import { findUnacceptable, type Unacceptable } from './acceptable.ts';
import type { RecordingBook } from './book.ts';
import { draftsOf } from './drafts.ts';
import type { Saving } from './saving.ts';
import { settleDrafts, touchedBy } from './settling.ts';
import { takeBackDrafts, undoDrafts } from './taking-back.ts';
import { putsOf, type Written, waitingAct, waitingTransaction } from './written.ts';

const noRoom = {
  vi: 'Máy hết chỗ chứa nên chưa lưu được. Hãy xóa bớt ảnh hoặc ứng dụng rồi bấm Lưu lại.',
  en: 'The phone is out of space, so this is not saved. Delete some photos or apps, then press Save again.',
} as const;

export interface Recording {
  /** Whatever was worked out elsewhere, e.g. an act on a household: saved, and remembered for its undo. */
  save(drafts: readonly OpDraft[]): Promise<Saved>;
  check(form: string, where: string, answers: Fields): readonly Finding[];
  record(
    form: string,
    where: string,
    answers: Fields,
    asked: readonly string[],
  ): Promise<Outcome<Saved, readonly Finding[]>>;
  undo(transaction: string): Promise<void>;
  /** Takes one fact back, whoever wrote it, and what was put beside it. */
  takeBack(fact: string, reason: string): Promise<void>;
}

/** A form asked of one person: its answers, and where they live. */
interface Asked {
  readonly where: string;
  readonly answers: Fields;
}

/** From a form's answers to a durable save. */
export function createRecording(saving: Saving, session: RecordingBook): Recording {
  const { register } = session;
  const saved = new Map<string, Written>();

  const keep = async (groups: readonly (readonly OpDraft[])[]): Promise<Saved> => {
    const drafts = groups.flat();
    const puts = putsOf(session, drafts);
    const touched = touchedBy(session, drafts);
    const isShort = drafts.length <= maxTransactionOps;
    const done = await (isShort ? saving.save(joined(groups)) : saving.saveLong(groups));
    const stood = new Set(drafts.map(({ id }) => id));
    saved.set(done.transaction, { puts, made: done.records.map(({ id }) => id).filter((id) => !stood.has(id)) });
    const settling = settleDrafts(session, touched);
    if (settling.length > 0) await saving.saveLong(settling.map((draft) => [draft]));
    return done;
  };
  const save = (drafts: readonly OpDraft[]) =>
    keep(drafts.length <= maxTransactionOps ? [drafts] : drafts.map((draft) => [draft]));

  /** Each ticked person is asked about at home. */
  const askedOf = (form: FormDefinition, where: string, answers: Fields): readonly Asked[] => {
    const each = answersOfEach(form, answers);
    const isMany = each.length !== 1 || each[0] !== answers;
    return each.map((own) => ({ answers: own, where: (isMany && homeOf(session, form, own)) || where }));
  };
  const judge = (form: FormDefinition, where: string, answers: Fields): readonly Finding[] => {
    const asked = askedOf(form, where, answers);
    return asked.flatMap((one) => {
      const found = findings(checksOf(catalogue, form), register.scopeFor(form.key, one.where, one.answers));
      return asked.length === 1 ? found : found.map((finding) => aboutPerson(session, form, one, finding));
    });
  };
  const groupOf = (form: FormDefinition, asked: readonly string[], { where, answers }: Asked): readonly OpDraft[] => {
    const place = placeOf(session, where);
    const scope = register.scopeFor(form.key, where, answers);
    if (place === undefined || problems(form, answers, scope).length > 0)
      throw new RangeError(
        'a form is saved for a household or village that is here, once its answers have no problems',
      );
    const standing = (id: string) => register.get(id);
    return draftsOf(session, writesOf(form, answers, { records: catalogue.records, scope, asked, standing }), place);
  };

  return {
    save,
    check: (key, where, answers) => judge(formOf(key), where, answers),
    async record(key, where, answers, asked) {
      const form = formOf(key);
      if (form.roles?.includes(session.who.role) === false)
        throw new RangeError(`${session.who.role} records no ${key}`);
      const groups = askedOf(form, where, answers).map((one) => groupOf(form, asked, one));
      const found = judge(form, where, answers);
      const open = found.filter(({ strength, check }) => strength === 'stop' || !asked.includes(check));
      if (open.length > 0) return bad(open);
      if (groups.flat().length === 0) return bad([nothingFor(form)]);
      for (const drafts of groups) {
        const refused = findUnacceptable(drafts, session);
        if (refused !== undefined) return bad([unacceptableFor(form, refused)]);
      }
      return keep(groups).then(good, (error: unknown) => {
        if (!isStorageFull(error)) throw error;
        return bad([noRoomFor(form)]);
      });
    },
    async undo(transaction) {
      const drafts = undoDrafts(session, saved.get(transaction) ?? (await waitingAct(session, transaction)));
      if (drafts.length > 0) await save(drafts);
    },
    async takeBack(fact, reason) {
      const known = [...saved.values()].find(({ made }) => made.includes(fact));
      const waiting = known === undefined ? await waitingTransaction(session, fact) : undefined;
      const written = waiting === undefined ? known : await waitingAct(session, waiting);
      const drafts = takeBackDrafts(session, fact, reason, written);
      if (drafts.length > 0) await save(drafts);
    },
  };
}

function formOf(key: string): FormDefinition {
  const form = catalogue.forms.find((one) => one.key === key);
  if (form === undefined) throw new RangeError(`no form ${key}`);
  return form;
}

function homeOf({ register }: RecordingBook, { subject = '' }: FormDefinition, answers: Fields): string {
  const person = answers[subject];
  const home = typeof person === 'string' ? register.get(person)?.fields.household : undefined;
  return typeof home === 'string' ? home : '';
}

/** A household's place, or the village itself. */
function placeOf({ register, activation }: RecordingBook, where: string): string | undefined {
  return (
    register.get(where)?.place ?? activation.units.find(({ id, level }) => id === where && level === 'village')?.id
  );
}

/** Of one of many, a finding says whom it is about. */
function aboutPerson({ register }: RecordingBook, form: FormDefinition, asked: Asked, finding: Finding): Finding {
  const name = register.get(String(asked.answers[form.subject ?? '']))?.fields.fullName;
  const { vi, en } = finding.message;
  const named = (text: string) => `${name}: ${text}`;
  return { ...finding, message: { vi: named(vi), ...(en !== undefined && { en: named(en) }) } };
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

/** Stops a save as a check does; it stands at the form's last question, beside the button that was pressed. */
function stopFor({ pages }: FormDefinition, check: string, message: Finding['message']): Finding {
  const field = pages.at(-1)?.questions.at(-1)?.field.key ?? '';
  return { check, strength: 'stop', field, message };
}

function noRoomFor(form: FormDefinition): Finding {
  return stopFor(form, 'storage_full', noRoom);
}

function unacceptableFor(form: FormDefinition, { field, message }: Unacceptable): Finding {
  const stop = stopFor(form, 'unacceptable', message);
  const isAsked = form.pages.some(({ questions }) => questions.some((question) => question.field.key === field));
  return isAsked ? { ...stop, field } : stop;
}

/** An edit that changes nothing is no record. */
function nothingFor(form: FormDefinition): Finding {
  return stopFor(form, 'nothing_changed', {
    vi: 'Chưa có gì thay đổi so với sổ. Hãy sửa một mục, hoặc quay lại.',
    en: 'Nothing differs from the book. Change something, or go back.',
  });
}
