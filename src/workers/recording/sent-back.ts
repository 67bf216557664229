import { catalogue } from '../../catalogue/index.ts';
import { privateWords } from '../../catalogue/rules/private-words.ts';
import { definitionOf } from '../../domain/book/book.ts';
import { civilDay } from '../../domain/calendar/civil-date.ts';
import type { RecordField } from '../../domain/field.ts';
import type { Value } from '../../domain/value.ts';
import { say, type Words } from '../../domain/words.ts';
import type { RegisterRecord, Standing } from '../../register/answers.ts';
import { placeAskedAt } from '../../register/forms/asked-at.ts';
import { readFactsBack } from '../../register/forms/reopen-facts.ts';
import type { Reopened } from '../../register/lives/answers.ts';
import type { SentBack } from '../../store/pending.ts';
import { type Op, opId } from '../../sync/op.ts';
import type { PendingOp } from '../../sync/ports.ts';
import type { OpResult } from '../../sync/verdict.ts';
import { isOpId } from '../../sync/wire/bounds.ts';
import { isErased, readLine } from '../../sync/wire/line.ts';
import type { BookSession } from '../answering/book-session.ts';
import type { Outbox, SentBackLine, WaitingLine } from '../api/book-api.ts';
import { changeTold, fieldOf, namedBy } from './back/told-put.ts';
import type { RecordingBook } from './book.ts';
import { reopenAct } from './reopening.ts';

/* "Mục chờ gửi": what waits, and "Cần sửa": what the hub refused, act by act, with its reason in words. */

type Book = Pick<RecordingBook, 'register' | 'store' | 'sender' | 'who'>;
type OutboxBook = Pick<BookSession, 'register'> & {
  readonly store: Pick<BookSession['store'], 'pending' | 'sentBack'>;
};

interface GivingUp {
  readonly store: Pick<BookSession['store'], 'sentBack' | 'putAway'>;
}

/** One transaction that the hub does not count. */
interface Act {
  readonly transaction: number;
  readonly ops: readonly Op[];
}

interface RefusedAct extends Act {
  readonly results: readonly OpResult[];
}

/** A file that was just brought in waits as thousands of acts: nobody reads them all. */
const mostListed = 100;

export async function readOutbox(book: OutboxBook): Promise<Outbox> {
  const waiting = actsIn(await book.store.pending());
  return {
    mending: actsIn(await book.store.sentBack()).map((act) => sentBackLine(book, act)),
    waiting: waiting.slice(0, mostListed).map((act) => lineOf(book, act, 'waiting')),
    more: Math.max(0, waiting.length - mostListed),
  };
}

/** The refused act as the form it was written with, opened with its answers; `undefined` where no form writes just this. */
export async function reopenSentBack(book: Book & OutboxBook, transaction: number): Promise<Reopened | undefined> {
  const act = actsIn(await book.store.sentBack()).find((one) => one.transaction === transaction);
  if (act === undefined) return undefined;
  const facts = factsOf(act, 'mending').map(({ id }) => id);
  const made = recordsOf(act, 'mending').map(({ id }) => id);
  return reopenAct(withAct(book, act, 'mending'), facts, () => ({ made, puts: [], voids: [], lifts: [] }));
}

function actsIn(lines: readonly (PendingOp & Partial<SentBack>)[]): readonly RefusedAct[] {
  const acts = new Map<number, { ops: Op[]; results: OpResult[] }>();
  for (const { line, result } of lines) {
    const read = readLine(line);
    if (!read.ok || isErased(read.value)) continue;
    const act = acts.get(read.value.tx) ?? { ops: [], results: [] };
    act.ops.push(read.value);
    if (result !== undefined) act.results.push(result);
    acts.set(read.value.tx, act);
  }
  return [...acts].map(([transaction, act]) => ({ transaction, ...act }));
}

function sentBackLine(book: OutboxBook, act: RefusedAct): SentBackLine {
  const { register } = withAct(book, act, 'mending');
  const facts = factsOf(act, 'mending');
  const form = readFactsBack(register, facts)?.form;
  // Of a household that went no form can be asked again on this phone.
  const canMend = form !== undefined && (form.asks === 'village' || placeAskedAt(register, form, facts) !== '');
  const line = lineOf(book, act, 'mending');
  const told = canMend || line.label === privateWords ? [] : toldBy(register, act);
  return { ...line, why: wordRefusal(act), canMend, isAway: form !== undefined && !canMend, told };
}

/** What she wrote, field by field, to be told to whoever can write it; each once, and nothing that only a panel says. */
function toldBy(register: Pick<Book['register'], 'wordsOf'>, { ops }: RefusedAct): SentBackLine['told'] {
  const lines = ops.flatMap((op) => {
    const values = 'add' in op ? op.add : 'put' in op ? op.put : {};
    const change = 'add' in op ? changeTold({ kind: op.k, fields: op.add }) : undefined;
    // A fact that only repeats what the put beside it says.
    if (change?.isItsOwn === false) return [];
    const own = fieldsOf(op.k).map((field) => [op.k, field, values[field.key]] as const);
    const said = own.filter(([, { key }]) => !change?.saidIn.includes(key));
    const changed = changedBy(change);
    return [...said, ...changed].flatMap(([kind, { key, label, type, isSensitive }, value = null]) => {
      const isKept = type.is === 'reference' || type.is === 'marks';
      if (value === null || isSensitive === true || isKept) return [];
      const words = register.wordsOf(kind, key, value);
      return words === undefined ? [] : [{ label, value: words }];
    });
  });
  const key = ({ label, value }: SentBackLine['told'][number]): string => `${label.vi} ${value.vi}`;
  return [...new Map(lines.map((line) => [key(line), line])).values()];
}

/** The field that a fact itself changes, with what it is from then on: by its own words, not by its key. */
function changedBy(change: ReturnType<typeof changeTold>): readonly (readonly [string, RecordField, Value])[] {
  const field = change && fieldOf(change.kind, change.field);
  return change === undefined || field === undefined ? [] : [[change.kind, field, change.after]];
}

function fieldsOf(kind: string): readonly RecordField[] {
  return definitionOf(catalogue, kind)?.fields ?? [];
}

/** Undone after the hub has refused it: there is nothing in the book to take back, and nothing left to mend. */
export async function giveUp(book: GivingUp, transaction: string): Promise<void> {
  const refused = actsIn(await book.store.sentBack()).filter(({ ops }) =>
    ops.some(({ d, tx, batch }) => batch === transaction || opId(d, tx) === transaction),
  );
  if (refused.length > 0) await book.store.putAway(new Set(refused.map((act) => act.transaction)));
}

function lineOf(book: Pick<Book, 'register'>, act: Act, standing: Standing): WaitingLine {
  const { register } = withAct(book, act, standing);
  const at = act.ops[0]?.at[0] ?? 0;
  const facts = factsOf(act, standing);
  const back = readFactsBack(register, facts);
  const definition = definitionOf(catalogue, facts[0]?.kind ?? act.ops[0]?.k ?? '');
  const isPrivate = definition?.isSensitive === true || back?.form.shown === 'panel';
  const named = [...new Set(act.ops.flatMap(({ id }) => [id, ...namedOf(register.get(id))]))];
  const known = named.flatMap((id) => register.get(id) ?? []);
  const people = known.filter(({ kind }) => kind === 'person');
  const [number] = known.flatMap(({ kind, fields }) => (kind === 'household' ? [fields.number] : []));
  return {
    transaction: act.transaction,
    at,
    day: facts.some(({ id }) => isOpId(id)) ? civilDay(at) : '',
    label: isPrivate ? privateWords : (back?.form.title ?? definition?.label ?? { vi: '?' }),
    names: people.flatMap(({ fields }) => (typeof fields.fullName === 'string' ? [fields.fullName] : [])),
    householdNumber: String(number ?? ''),
  };
}

/** Whom a fact is about; the kin of a person's own line are not meant. */
function namedOf(record: RegisterRecord | undefined): readonly string[] {
  const isFact = definitionOf(catalogue, record?.kind ?? '')?.nature === 'fact';
  return record === undefined || !isFact ? [] : namedBy(record);
}

/** The book with the records of an act in it, as they were written. */
function withAct<Known extends Pick<Book, 'register'>>(book: Known, act: Act, standing: Standing): Known {
  const own = new Map(recordsOf(act, standing).map((record) => [record.id, record]));
  return { ...book, register: { ...book.register, get: (id) => own.get(id) ?? book.register.get(id) } };
}

function recordsOf({ ops }: Act, standing: Standing): readonly RegisterRecord[] {
  return ops.flatMap((op): readonly RegisterRecord[] => {
    const fields = 'add' in op ? op.add : 'put' in op && op.id === opId(op.d, op.s) ? op.put : undefined;
    return fields === undefined ? [] : [{ kind: op.k, id: op.id, place: op.p, standing, fields }];
  });
}

function factsOf(act: Act, standing: Standing): readonly RegisterRecord[] {
  return recordsOf(act, standing).filter(({ kind }) => definitionOf(catalogue, kind)?.nature === 'fact');
}

/** Of an act that is refused as a whole, the reason of the op that brought it about. */
function wordRefusal({ ops, results }: RefusedAct): Words {
  const place = results.findIndex(({ is }) => is === 'refused');
  const [op, result] = [ops[place], results[place]];
  if (op === undefined || result?.is !== 'refused') return reasons.transaction;
  const label = definitionOf(catalogue, op.k)?.fields.find(({ key }) => key === result.field)?.label;
  if (result.code !== 'schema' || label === undefined) return reasons[result.code];
  return {
    vi: `${label.vi}: máy chủ không nhận nội dung này.`,
    en: `${say(label, 'en')}: the hub does not take this.`,
  };
}

const reasons: { readonly [code in Extract<OpResult, { is: 'refused' }>['code']]: Words } = {
  schema: { vi: 'Nội dung ghi chưa đúng nên máy chủ không nhận.', en: 'The hub does not take what is written.' },
  unknown_kind: {
    vi: 'Máy chủ chưa biết loại ghi này. Hãy cập nhật ứng dụng rồi ghi lại.',
    en: 'The hub does not know this kind of record. Update the app, then record it again.',
  },
  unknown_field: {
    vi: 'Máy chủ chưa biết một mục trong lần ghi này. Hãy cập nhật ứng dụng rồi ghi lại.',
    en: 'The hub does not know a part of this record. Update the app, then record it again.',
  },
  place: {
    vi: 'Hộ hoặc người này không thuộc nơi máy này được ghi. Hãy báo cán bộ dân số xã.',
    en: 'This household or person is not where this phone may write. Tell the commune officer.',
  },
  transaction: {
    vi: 'Lần ghi này không đến máy chủ trọn vẹn. Hãy ghi lại.',
    en: 'This did not reach the hub whole. Record it again.',
  },
  exists: { vi: 'Mục này đã có trong sổ.', en: 'This is in the book already.' },
  revoked: {
    vi: 'Máy này đã bị thu hồi nên máy chủ không nhận. Hãy báo cán bộ dân số xã.',
    en: 'This phone was revoked. Tell the commune officer.',
  },
  erased: { vi: 'Mục này đã được xóa theo yêu cầu.', en: 'This was erased on request.' },
};
