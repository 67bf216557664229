import { setImmediate } from 'node:timers/promises';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import type { TableName } from '../../../src/formats/interchange/file/columns.ts';
import { gatherRemarks, type Remark, type Remarks } from '../../../src/formats/interchange/file/remark.ts';
import type { Tables } from '../../../src/formats/interchange/file/table.ts';
import { inStretches, type Pace } from '../../../src/formats/interchange/in-stretches.ts';
import type { Known } from '../../../src/formats/interchange/known.ts';
import { actOf, importPartKind, readActs, withParts } from '../../../src/formats/interchange/plan/import-parts.ts';
import type { ImportPlan, RowCounts } from '../../../src/formats/interchange/plan/import-plan.ts';
import { planInSteps } from '../../../src/formats/interchange/plan/plan-import.ts';
import { type Changed, traceOf, undoDrafts } from '../../../src/formats/interchange/plan/undo.ts';
import { type PlaceRow, readUnits } from '../../../src/formats/interchange/read/units.ts';
import type { Hub } from '../../hub.ts';
import { inTurn } from '../../sync/units/units-bench.ts';
import { type CommuneBook, findCommuneBook, listPlacesToday } from './commune-book.ts';
import { readKnownBook } from './known-book.ts';
import { readKind, readStates } from './record-codec.ts';
import { writeBatch } from './write-batch.ts';

export interface ImportRequest {
  readonly tables: Tables;
  /** Code of the commune. */
  readonly place: string;
  readonly skipRefused: boolean;
}

export type Imported =
  | { readonly is: 'no_commune' }
  | { readonly is: 'refused'; readonly remarks: readonly Remark[] }
  /** The hub took a part of it only; that part was taken back again, where that could be done. */
  | { readonly is: 'failed'; readonly why: string; readonly isUndone: boolean; readonly book: string }
  | {
      readonly is: 'done';
      readonly remarks: readonly Remark[];
      readonly counts: ImportPlan['counts'];
      readonly strange: ImportPlan['strange'];
      /** Ops that were written; 0 when the book said everything already. */
      readonly written: number;
      readonly book: string;
    };

/** What a person hears while it runs. */
export interface Progress {
  read(people: number): void;
  written(done: number, of: number): void;
}

/**
 * Judges all of it first: with a refused row nothing is written, unless the rest is asked for. Doubtful rows are taken. One
 * at a time: the command that was cut off goes on here while it is given again.
 */
export async function importRegister(hub: Hub, request: ImportRequest, progress: Progress): Promise<Imported> {
  const { found } = await findBook(hub, request, gatherRemarks());
  if (found === undefined) return { is: 'no_commune' };
  return inTurn(found.book, () => importInTurn(hub, request, progress));
}

/** The commune's book, by the places that are known and those of the file. */
async function findBook(hub: Hub, { tables, place }: ImportRequest, remarks: Remarks) {
  const standing = await listPlacesToday(hub);
  const fresh = readUnits(tables.units, standing, remarks);
  const units = new Map([...standing, ...fresh].map((unit) => [unit.id, unit]));
  return { found: await findCommuneBook(hub, [...units.values()], place), fresh };
}

async function importInTurn(hub: Hub, request: ImportRequest, progress: Progress): Promise<Imported> {
  const { tables, skipRefused } = request;
  const remarks = gatherRemarks();
  const { found, fresh } = await findBook(hub, request, remarks);
  if (found === undefined) return { is: 'no_commune' };
  const known = await readKnownBook(hub, found);
  const today = civilDay(hub.now());
  progress.read(tables.persons?.rows.length ?? 0);
  const order = { tables, known, book: found.book, today, doubtful: 'take' } as const;
  const plan = await inStretches(planInSteps(order), hubPace);
  const all = [...remarks.all(), ...plan.remarks];
  if (!skipRefused && all.some(({ strength }) => strength === 'refuse')) return { is: 'refused', remarks: all };
  const device = await settle(hub, found, fresh);
  const { drafts, strange } = plan;
  const failed = await writeWhole(
    hub,
    { book: found.book, place: found.commune.id, device, tables },
    plan,
    known,
    progress,
  );
  if (failed !== undefined) return failed;
  const counts = { ...countUnits(tables, remarks.all()), ...plan.counts };
  return { is: 'done', remarks: all, counts, strange, written: drafts.length, book: found.book };
}

const hubPace: Pace = { now: () => performance.now(), breath: () => setImmediate() };

interface Import {
  readonly book: string;
  /** Unit id of the commune. */
  readonly place: string;
  readonly device: string;
  readonly tables: Tables;
}

/** All of it or nothing: what was written before a failure is taken back. @returns the failure */
async function writeWhole(
  hub: Hub,
  { book, place, device, tables }: Import,
  { groups, drafts }: ImportPlan,
  known: Known,
  progress: Progress,
): Promise<Extract<Imported, { is: 'failed' }> | undefined> {
  const acts = readActs(await readKind(hub, book, importPartKind));
  const id = actOf(acts, book, device, tables);
  // The same folder again after the hub was killed in the middle: it goes on, and is whole then.
  const before = acts.get(id)?.taken.entries;
  if (drafts.length === 0 && before === undefined) return undefined;
  const act = { act: id, place, day: civilDay(hub.now()) };
  const parted = withParts(groups, { ...act, isBack: false, before: before ?? 0 });
  const trace = traceOf(drafts, known.state);
  try {
    const of = parted.flat().length;
    await writeBatch(hub, book, device, parted, (done) => progress.written(done, of));
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const back = (undoing: Groups) => withParts(undoing, { ...act, isBack: true, before: 0 });
    return { is: 'failed', why, isUndone: await takeBack(hub, book, device, trace, back), book };
  }
}

type Groups = ImportPlan['groups'];

async function takeBack(
  hub: Hub,
  book: string,
  device: string,
  trace: readonly Changed[],
  parted: (groups: Groups) => Groups,
): Promise<boolean> {
  try {
    const states = new Map((await readStates(hub, book)).map((state) => [state.id, state]));
    const groups = undoDrafts(trace, (id) => states.get(id));
    await writeBatch(hub, book, device, parted(groups), () => {});
    return true;
  } catch {
    // Whoever asked is told that a part of it stands.
    return false;
  }
}

function countUnits(tables: Tables, remarks: readonly Remark[]): { readonly [table in TableName]?: RowCounts } {
  const rows = tables.units?.rows.length;
  if (rows === undefined) return {};
  const refused = new Set(remarks.flatMap((one) => (one.strength === 'refuse' ? one.row : []))).size;
  const doubtful = new Set(remarks.flatMap((one) => (one.strength === 'ask' ? one.row : []))).size;
  return { units: { rows, refused, doubtful, fine: rows - refused - doubtful } };
}

/** The places of the file, the book, and the device that writes for it. @returns the device */
async function settle(hub: Hub, { book, commune, villages }: CommuneBook, fresh: readonly PlaceRow[]): Promise<string> {
  const device = `import-${book}`;
  await hub.run({
    is: 'settle',
    at: hub.now(),
    units: fresh,
    book,
    commune: commune.id,
    author: {
      device,
      user: 'uimport0',
      userName: 'Nhập từ tệp',
      role: 'officer',
      places: [commune.id, ...villages.map(({ id }) => id)],
      signKey: hub.founder.publicKey,
    },
  });
  return device;
}
