import type { Fields, Value } from '../../../domain/value.ts';
import { isStorageFull } from '../../../store/database.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, seenOf, shown } from '../../../sync/records/merge.ts';
import type { LastImport, TransferApi } from '../../api/transfer-api.ts';
import type { TransferBench } from './transferring.ts';

/** What an import left behind, sealed, so that it can be taken back days later: ids it made, values it put over others. */
interface Trace {
  readonly at: number;
  readonly written: number;
  readonly isUndone: boolean;
  readonly made: readonly string[];
  readonly puts: readonly { readonly id: string; readonly put: Fields; readonly before: Fields }[];
}

const traceNote = 'last import';
const undoReason = 'Hoàn tác lần nhập từ tệp';

export interface Importing {
  take(drafts: readonly OpDraft[]): ReturnType<TransferApi['takeFiles']>;
  progress(): { readonly done: number; readonly of: number };
  last(): Promise<LastImport | undefined>;
  undo(): Promise<void>;
}

/** One long act at a time: transactions that share a batch, each safe when it is counted. */
export function createImporting({ session, saving, notes, now }: TransferBench): Importing {
  const { store } = session;
  let counted = { done: 0, of: 0 };

  const write = async (drafts: readonly OpDraft[]): Promise<void> => {
    counted = { done: 0, of: drafts.length };
    const onSaved = (done: number) => {
      counted = { done, of: drafts.length };
    };
    await saving.saveLong(
      drafts.map((draft) => [draft]),
      onSaved,
    );
  };
  /** Written before the first op: an act that is cut off can be taken back as far as it came. */
  const leaveTrace = async (drafts: readonly OpDraft[]): Promise<void> => {
    const before = (id: string, field: string): Value => shownOf(store.shown(id), field);
    const made: string[] = [];
    const puts: Trace['puts'][number][] = [];
    for (const draft of drafts) {
      const id = typeof draft.id === 'string' ? draft.id : '';
      const state = store.shown(id);
      const isMade = state === undefined || !isAlive(state);
      if (isMade && !('void' in draft && draft.void.lifts !== true)) made.push(id);
      else if ('put' in draft) {
        const fields = Object.keys(draft.put).map((field) => [field, before(id, field)] as const);
        puts.push({ id, put: draft.put, before: Object.fromEntries(fields) });
      }
    }
    await notes.put(traceNote, { at: now(), written: drafts.length, isUndone: false, made: [...new Set(made)], puts });
  };

  return {
    async take(drafts) {
      if (drafts.length === 0) return { is: 'done', written: 0 };
      try {
        await leaveTrace(drafts);
        await write(drafts);
      } catch (error) {
        if (isStorageFull(error)) return { is: 'full' };
        throw error;
      }
      return { is: 'done', written: drafts.length };
    },
    progress: () => counted,
    async last() {
      const trace = await notes.get<Trace>(traceNote);
      return trace && { at: trace.at, written: trace.written, isUndone: trace.isUndone };
    },
    async undo() {
      const trace = await notes.get<Trace>(traceNote);
      if (trace === undefined || trace.isUndone) return;
      const drafts = [...trace.made.flatMap(voidOf), ...trace.puts.flatMap(putBack)];
      if (drafts.length > 0) await write(drafts);
      await notes.put(traceNote, { ...trace, isUndone: true });
    },
  };

  function voidOf(id: string): readonly OpDraft[] {
    const state = store.shown(id);
    if (state === undefined || !isAlive(state)) return [];
    const { kind, place } = state;
    return [{ kind, id, place: String(place.value), void: { reason: undoReason }, seen: seenOf(state, ['void']) }];
  }

  /** Only where what the import put still stands: somebody may have mended it since. */
  function putBack({ id, put, before }: Trace['puts'][number]): readonly OpDraft[] {
    const state = store.shown(id);
    if (state === undefined) return [];
    const fields = Object.keys(put).filter((field) => shownOf(state, field) === (put[field] ?? null));
    if (fields.length === 0) return [];
    const values = Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
    return [{ kind: state.kind, id, place: String(state.place.value), put: values, seen: seenOf(state, fields) }];
  }
}

function shownOf(state: Parameters<typeof shown>[0] | undefined, field: string): Value {
  return (state && shown(state, field)) ?? null;
}
