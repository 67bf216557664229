import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { RecordField } from '../../../domain/field.ts';
import { canonicalText } from '../../../domain/value.ts';
import { householdKind, personKind } from '../../../register/held.ts';
import { recordOf } from '../../../store/pending.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, openDisagreements, seenOf, shown } from '../../../sync/records/merge.ts';
import type { Head, RecordState } from '../../../sync/records/record-state.ts';
import { compareStamps } from '../../../sync/stamp.ts';
import type { DisagreeApi, Disagreement, DisputedRecord, DisputedValue } from '../../api/disagree-api.ts';
import { breath } from '../../ports/breath.ts';
import type { Recording } from '../../recording/recording.ts';
import type { BookSession } from '../book-session.ts';

/** An open book, as far as two opinions need it. */
export interface DisagreeBook {
  readonly session: BookSession;
  readonly recording: Pick<Recording, 'save'>;
}

const unknown = { vi: 'không rõ', en: 'not known' } as const;

/** What two people wrote differently: both values, who and when; and one word that ends it. */
export function openDisagreeing(whole: () => Promise<DisagreeBook>): DisagreeApi {
  return {
    disputed: async () => findDisputed((await whole()).session),
    async disagreements(records, eyes) {
      const { session } = await whole();
      const ids = [...new Set(records)];
      return ids.flatMap((id) => {
        const state = session.store.shown(id);
        return state === undefined ? [] : disputedFields(state, eyes).map((field) => tell(session, state, field));
      });
    },
    async settleDisagreement(record, key, op) {
      const { session, recording } = await whole();
      const state = session.store.shown(record);
      const head = state?.fields[key]?.find((one) => one.op === op);
      if (state === undefined || head === undefined) throw new RangeError('a value that nobody wrote');
      const { kind, id, place } = state;
      const put = { kind, id, place: String(place.value), put: { [key]: head.value }, seen: seenOf(state, [key]) };
      return recording.save([put, ...told(state, key, head, session.register.today())]);
    },
  };
}

/** The page says what was chosen, and what the other had written: a mended mistake, no change of table 6. */
function told(state: RecordState, key: string, { value }: Head, date: string): readonly OpDraft[] {
  const { kind, id, place } = state;
  const about = kind === personKind ? { person: id } : kind === householdKind ? { household: id } : undefined;
  const chosen = canonicalText(value);
  const differing = newestFirst(state, key).filter((one) => canonicalText(one.value) !== chosen);
  const shownNow = shown(state, key) ?? null;
  const before = canonicalText(shownNow) === chosen ? differing[0]?.value : shownNow;
  if (about === undefined || before === undefined) return [];
  const known = Object.entries({ old: before, new: value }).filter(([, one]) => one !== null && one !== '');
  const values = Object.fromEntries(known.map(([name, one]) => [name, String(one)]));
  const add = { date, ...about, field: key, ...values, isCorrection: true };
  return [{ kind: 'change_info', place: String(place.value), add }];
}

function newestFirst({ fields }: RecordState, key: string): readonly Head[] {
  return [...(fields[key] ?? [])].sort((a, b) => compareStamps(b.stamp, a.stamp));
}

/** Records looked at at a stretch; between two stretches the worker answers the screens. */
const stretch = 500;
const mostListed = 100;

async function findDisputed(session: BookSession): Promise<readonly DisputedRecord[]> {
  const { store } = session;
  const ids = new Set((await store.pending()).flatMap(({ line }) => recordOf(line)));
  let looked = 0;
  for (const { id, fields } of store.allConfirmed()) {
    if (Object.values(fields).some((heads) => heads.length > 1)) ids.add(id);
    if (++looked % stretch === 0) await breath();
  }
  const found = [...ids].flatMap((id) => {
    const state = store.shown(id);
    const fields = state !== undefined && isAlive(state) ? disputedFields(state, 'page') : [];
    return state === undefined || fields.length === 0 ? [] : [tellDisputed(state, fields)];
  });
  return found.slice(0, mostListed);
}

function tellDisputed(state: RecordState, fields: readonly RecordField[]): DisputedRecord {
  const text = (key: string): string => String(shown(state, key) ?? '');
  const { id: record, kind } = state;
  return {
    record,
    kind,
    name: text('fullName'),
    householdNumber: text('number'),
    labels: fields.map(({ label }) => label),
  };
}

function disputedFields(state: RecordState, eyes: 'page' | 'panel'): readonly RecordField[] {
  const fields = definitionOf(catalogue, state.kind)?.fields ?? [];
  const isDisputed = new Set(openDisagreements(state, () => true));
  return fields.filter(
    ({ key, disagrees, isSensitive }) =>
      disagrees === true && isDisputed.has(key) && (isSensitive !== true || eyes === 'panel'),
  );
}

function tell(session: BookSession, state: RecordState, field: RecordField): Disagreement {
  const now = canonicalText(shown(state, field.key) ?? null);
  const values = new Map<string, DisputedValue>();
  // Two who wrote the same say one thing: the later of them stands for it.
  for (const head of newestFirst(state, field.key)) {
    const key = canonicalText(head.value);
    if (!values.has(key)) values.set(key, disputedValue(session, state, field, head));
  }
  const ordered = [...values].sort(([a], [b]) => Number(b === now) - Number(a === now));
  return { record: state.id, field: field.key, label: field.label, values: ordered.map(([, value]) => value) };
}

function disputedValue(
  { register, people, activation }: BookSession,
  state: RecordState,
  { key }: RecordField,
  { op, value, user, stamp }: Head,
): DisputedValue {
  const words = register.wordsOf(state.kind, key, value) ?? unknown;
  return { op, words, author: people.nameOf(user) ?? '', isMine: user === activation.user, at: stamp[0] };
}
