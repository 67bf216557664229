import type { ImportPlan } from '../../../formats/interchange/plan/import-plan.ts';
import { type Changed, traceOf, undoDrafts } from '../../../formats/interchange/plan/undo.ts';
import { isStorageFull } from '../../../store/opening/storage-full.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { LastImport, TransferApi } from '../../api/transfer-api.ts';
import type { TransferBench } from './transferring.ts';
import type { Tell, Work } from './work.ts';

/** What an import changed, sealed, so that it can be taken back days later. */
interface Trace {
  readonly at: number;
  readonly written: number;
  readonly isUndone: boolean;
  readonly changes: readonly Changed[];
}

const traceNote = 'import trace';

export interface Importing {
  /** Within the turn of whoever planned it. */
  take(plan: Pick<ImportPlan, 'groups' | 'drafts'>, tell: Tell): ReturnType<TransferApi['takeFiles']>;
  last(): Promise<LastImport | undefined>;
  undo(): Promise<void>;
}

type Groups = readonly (readonly OpDraft[])[];

/** One long act at a time: transactions that share a batch, each safe when it is counted. */
export function createImporting({ session, saving, notes, now }: TransferBench, work: Work): Importing {
  const { store } = session;
  const write = async (groups: Groups, tell: Tell): Promise<void> => {
    tell(0, groups.length);
    await saving.saveLong(groups, (done) => tell(done, groups.length));
  };
  return {
    async take({ groups, drafts }, tell) {
      if (groups.length === 0) return { is: 'done', written: 0 };
      try {
        // Before the first op: an act that is cut off can be taken back as far as it came.
        const changes = traceOf(drafts, (id) => store.shown(id));
        await notes.put(traceNote, { at: now(), written: drafts.length, isUndone: false, changes });
        await write(groups, tell);
      } catch (error) {
        if (isStorageFull(error)) return { is: 'full' };
        throw error;
      }
      return { is: 'done', written: drafts.length };
    },
    async last() {
      const trace = await notes.get<Trace>(traceNote);
      return trace && { at: trace.at, written: trace.written, isUndone: trace.isUndone };
    },
    undo: () =>
      work.inTurn('undoing', async (tell) => {
        const trace = await notes.get<Trace>(traceNote);
        if (trace === undefined || trace.isUndone) return;
        const groups = undoDrafts(trace.changes, (id) => store.shown(id));
        if (groups.length > 0) await write(groups, tell);
        await notes.put(traceNote, { ...trace, isUndone: true });
      }),
  };
}
