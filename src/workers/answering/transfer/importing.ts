import { civilDay } from '../../../domain/calendar/civil-date.ts';
import type { Tables } from '../../../formats/interchange/file/table.ts';
import {
  actOf,
  type ImportAct,
  isAllIn,
  isCutOff,
  readActs,
  type Way,
  withParts,
} from '../../../formats/interchange/plan/import-parts.ts';
import type { ImportPlan } from '../../../formats/interchange/plan/import-plan.ts';
import { keptSince } from '../../../formats/interchange/plan/kept-since.ts';
import { traceOf, undoDrafts } from '../../../formats/interchange/plan/undo.ts';
import { isStorageFull } from '../../../store/opening/storage-full.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { ImportElsewhere, ImportStanding, LastImport, TransferApi } from '../../api/transfer-api.ts';
import { everyState } from './export-files.ts';
import { type Trace, traceNote } from './import-trace.ts';
import type { TransferBench } from './transferring.ts';
import type { Tell, Work } from './work.ts';

/** Whole imports of other devices that a screen tells of. */
const mostElsewhere = 5;

export interface Importing {
  /** Within the turn of whoever planned it. */
  take(plan: Pick<ImportPlan, 'groups' | 'drafts'>, tables: Tables, tell: Tell): ReturnType<TransferApi['takeFiles']>;
  /** Whether these are the tables of the import that was cut off here. */
  goesOn(tables: Tables): Promise<boolean>;
  last(): Promise<LastImport | undefined>;
  elsewhere(): Promise<readonly ImportElsewhere[]>;
  undo(): Promise<void>;
}

type Groups = readonly (readonly OpDraft[])[];

/** One long act at a time: transactions that share a batch, each safe when it is counted, and each saying what it brings. */
export function createImporting({ session, saving, notes, now }: TransferBench, work: Work): Importing {
  const { store, activation, who, sender } = session;
  const readTrace = () => notes.get<Trace>(traceNote);
  const acts = async () => readActs(await everyState(session));
  const place = activation.places.includes(who.commune) ? who.commune : (activation.places[0] ?? '');

  const write = async (groups: Groups, act: string, way: { isBack: boolean; before: number }, tell: Tell) => {
    const parted = withParts(groups, { act, place, day: civilDay(now()), ...way });
    tell(0, parted.length);
    await saving.saveLong(parted, (done) => tell(done, parted.length));
  };
  /** What stood before the first beginning is what an undo brings back. */
  const traceWith = (old: Trace | undefined, act: string, drafts: readonly OpDraft[]): Trace => {
    const fresh = traceOf(drafts, (id) => store.shown(id));
    const before = old?.act === act ? old.changes : [];
    const known = new Set(before.map(({ id }) => id));
    const changes = [...before, ...fresh.filter(({ id }) => !known.has(id))];
    return { at: now(), act, written: drafts.length, isUndone: false, changes };
  };
  /** The import of this device that is not whole, in either direction. */
  const unfinished = (known: ReadonlyMap<string, ImportAct>, trace: Trace | undefined): ImportAct | undefined => {
    const act = known.get(trace?.act ?? '');
    const isUnfinished = act !== undefined && (isCutOff(act) || act.back?.isEnded === false);
    return isUnfinished && trace?.isUndone !== true ? act : undefined;
  };

  return {
    async take({ groups, drafts }, tables, tell) {
      const [known, trace] = [await acts(), await readTrace()];
      const left = unfinished(known, trace);
      const act = actOf(known, activation.book, sender.device, tables);
      if (left !== undefined && left.id !== act) return { is: 'unfinished' };
      if (groups.length === 0 && left === undefined) return { is: 'done', written: 0 };
      try {
        // Before the first op: an act that is cut off can be taken back as far as it came.
        await notes.put(traceNote, traceWith(trace, act, drafts));
        await write(groups, act, { isBack: false, before: known.get(act)?.taken.entries ?? 0 }, tell);
      } catch (error) {
        if (isStorageFull(error)) return { is: 'full' };
        throw error;
      }
      return { is: 'done', written: drafts.length };
    },
    async goesOn(tables) {
      const known = await acts();
      const left = unfinished(known, await readTrace());
      return isCutOff(left) && left?.id === actOf(known, activation.book, sender.device, tables);
    },
    async last() {
      const trace = await readTrace();
      if (trace === undefined) return undefined;
      const act = trace.act === undefined ? wholeBefore(trace) : (await acts()).get(trace.act);
      return { at: trace.at, ...standingOf(act ?? notBegun(trace), true), kept: trace.kept ?? 0 };
    },
    async elsewhere() {
      const isWhole = await store.isWhole();
      const others = [...(await acts()).values()].filter(({ device }) => device !== sender.device);
      const told = others
        .map((act) => ({ day: act.day, ...standingOf(act, isWhole) }))
        .sort((one, other) => (one.day < other.day ? 1 : -1));
      const latest = told.slice(0, mostElsewhere);
      return told.filter((one) => !one.isWhole || one.back !== undefined || latest.includes(one));
    },
    undo: () =>
      work.inTurn('undoing', async (tell) => {
        const trace = await readTrace();
        if (trace === undefined || trace.isUndone) return;
        const kept = keptSince(trace.changes, await everyState(session));
        const groups = undoDrafts(trace.changes, (id) => store.shown(id), kept);
        const before = trace.act === undefined ? undefined : (await acts()).get(trace.act)?.back;
        if (trace.act === undefined) await saving.saveLong(groups, (done) => tell(done, groups.length));
        else await write(groups, trace.act, { isBack: true, before: before?.entries ?? 0 }, tell);
        // Read anew: while this was written, somebody in it may have been forgotten.
        await notes.put(traceNote, { ...((await readTrace()) ?? trace), isUndone: true, kept: kept.size });
      }),
  };
}

type Told = Pick<ImportAct, 'taken' | 'back'>;

/** @param isWhole whether all that the hub had is on this phone */
function standingOf({ taken, back }: Told, isWhole: boolean): ImportStanding {
  return {
    written: taken.entries,
    of: taken.of,
    isWhole: isWhole && isAllIn(taken),
    isUndone: back !== undefined && isWhole && isAllIn(back),
    ...(back !== undefined && !(isWhole && isAllIn(back)) && { back: { written: back.entries, of: back.of } }),
  };
}

/** An import of before imports said how far they came. */
function wholeBefore({ written, isUndone }: Trace): Told {
  const whole: Way = { entries: written, of: written, isEnded: true };
  return { taken: whole, ...(isUndone && { back: whole }) };
}

/** Nothing of it was saved yet. */
function notBegun({ written }: Trace): Told {
  return { taken: { entries: 0, of: written, isEnded: false } };
}
