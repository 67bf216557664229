import { catalogue } from '../catalogue/index.ts';
import { checksOf } from '../domain/catalogue.ts';
import { type Finding, findings } from '../domain/check.ts';
import { problems } from '../domain/form/answers.ts';
import type { FormDefinition } from '../domain/form/form.ts';
import { type Write, writesOf } from '../domain/form/writes.ts';
import { bad, good, type Outcome } from '../domain/outcome.ts';
import type { Fields } from '../domain/value.ts';
import { isStorageFull } from '../store/database.ts';
import { opId } from '../sync/op.ts';
import type { OpDraft } from '../sync/phone/transaction.ts';
import { seenOf } from '../sync/records/merge.ts';
import { maxTransactionOps } from '../sync/wire/bounds.ts';
import { isErased, readLine } from '../sync/wire/line.ts';
import type { Saved } from './api/phone-api.ts';
import type { Saving } from './saving.ts';
import type { Session } from './session.ts';

/** What stands in the void of a record that its author took back. */
const undoReason = 'Người ghi rút lại';

const noRoom = {
  vi: 'Máy hết chỗ chứa nên chưa lưu được. Hãy xóa bớt ảnh hoặc ứng dụng rồi bấm Lưu lại.',
  en: 'The phone is out of space, so this is not saved. Delete some photos or apps, then press Save again.',
} as const;

export interface Recording {
  /** Whatever was worked out elsewhere, e.g. an act on a household: saved, and remembered for its undo. */
  save(drafts: readonly OpDraft[]): Promise<Saved>;
  check(form: string, household: string, answers: Fields): readonly Finding[];
  record(
    form: string,
    household: string,
    answers: Fields,
    asked: readonly string[],
  ): Promise<Outcome<Saved, readonly Finding[]>>;
  undo(transaction: string): Promise<void>;
}

function formOf(key: string): FormDefinition {
  const form = catalogue.forms.find((one) => one.key === key);
  if (form === undefined) throw new RangeError(`no form ${key}`);
  return form;
}

/** Stops a save as a check does; it stands at the form's last question, beside the button that was pressed. */
function noRoomFor({ pages }: FormDefinition): Finding {
  const field = pages.at(-1)?.questions.at(-1)?.field.key ?? '';
  return { check: 'storage_full', strength: 'stop', field, message: noRoom };
}

/** From a form's answers to a durable save. */
export function createRecording(saving: Saving, session: Session): Recording {
  const { register } = session;
  const saved = new Map<string, Saved>();

  const save = async (drafts: readonly OpDraft[]): Promise<Saved> => {
    const isShort = drafts.length <= maxTransactionOps;
    const done = await (isShort ? saving.save(drafts) : saving.saveLong(drafts.map((draft) => [draft])));
    saved.set(done.transaction, done);
    return done;
  };

  const scopeFor = (form: FormDefinition, household: string, answers: Fields) =>
    register.scopeFor(form.key, household, answers);

  return {
    save,
    check(key, household, answers) {
      const form = formOf(key);
      return findings(checksOf(catalogue, form), scopeFor(form, household, answers));
    },
    async record(key, household, answers, asked) {
      const form = formOf(key);
      const place = register.get(household)?.place;
      const scope = scopeFor(form, household, answers);
      if (place === undefined || problems(form, answers, scope).length > 0)
        throw new RangeError('a form is saved for a household that is here, once its answers have no problems');
      const found = findings(checksOf(catalogue, form), scope);
      const open = found.filter(({ strength, check }) => strength === 'stop' || !asked.includes(check));
      if (open.length > 0) return bad(open);
      const writes = writesOf(form, answers, { records: catalogue.records, scope, asked });
      return save(draftsOf(writes, place)).then(good, (error: unknown) => {
        if (!isStorageFull(error)) throw error;
        return bad([noRoomFor(form)]);
      });
    },
    async undo(transaction) {
      const records = saved.get(transaction)?.records ?? (await pendingRecords(session, transaction));
      const drafts = records.flatMap(({ id }) => voidOf(session, id));
      if (drafts.length > 0) await save(drafts);
    },
  };
}

function draftsOf(writes: readonly Write[], place: string): readonly OpDraft[] {
  return writes.map(({ kind, nature, fields, links }): OpDraft => {
    const made = Object.entries(links).map(([field, name]) => {
      const index = writes.findIndex((write) => write.name === name);
      return [field, { made: index }] as const;
    });
    const values: Fields = { ...fields, ...Object.fromEntries(made) };
    return nature === 'fact' ? { kind, place, add: values } : { kind, place, put: values };
  });
}

/** Records that a waiting transaction wrote, when it was saved before this session. */
async function pendingRecords(session: Session, transaction: string): Promise<Saved['records']> {
  const { store, sender } = session;
  const ops = (await store.pending()).flatMap(({ line }) => {
    const read = readLine(line);
    return read.ok && !isErased(read.value) ? [read.value] : [];
  });
  const own = ops.filter((op) => opId(sender.device, op.tx) === transaction && !('void' in op));
  return own.map((op) => ({ kind: op.k, id: op.id }));
}

/** Nothing for a record that is not here, or that only was edited: an edit is mended, not taken back. */
function voidOf({ store }: Session, id: string): readonly OpDraft[] {
  const state = store.shown(id);
  if (state === undefined) return [];
  const seen = seenOf(state, ['void']);
  return [{ kind: state.kind, id, place: String(state.place.value), void: { reason: undoReason }, seen }];
}
