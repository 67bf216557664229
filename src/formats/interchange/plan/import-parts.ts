import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { sha256 } from '../../../sync/records/sha256.ts';
import { maxTransactionOps } from '../../../sync/wire/bounds.ts';
import { toHex } from '../../../sync/wire/bytes.ts';
import { tableColumns, tableNames } from '../file/columns.ts';
import type { Tables } from '../file/table.ts';
import { recordIdOf } from '../record-id.ts';

/*
 * A long act is shown complete only when all of it is in (sync.md). Its transactions travel apart, and a phone sees records,
 * not transactions: so each transaction ends with a record that says how much it brought, and of how much.
 */

export const importPartKind = 'import_part';

type Groups = readonly (readonly OpDraft[])[];

/** How far an act has come. */
export interface Way {
  readonly entries: number;
  readonly of: number;
  /** The last of it was written: nothing more is to come from whoever writes. */
  readonly isEnded: boolean;
}

/** One import as the book tells of it. */
export interface ImportAct {
  readonly id: string;
  /** Civil day. */
  readonly day: string;
  /** Device that wrote it. */
  readonly device: string;
  readonly taken: Way;
  /** Its undo, where one was begun. */
  readonly back?: Way;
}

interface Writing {
  readonly act: string;
  /** Unit id. */
  readonly place: string;
  readonly day: string;
  /** An undo. */
  readonly isBack: boolean;
  /** What came in before it was cut off. */
  readonly before: number;
}

/** The groups of a long act, and at the end of each transaction into which they are packed what it brings. */
export function withParts(groups: Groups, { act, place, day, isBack, before }: Writing): Groups {
  const entries = groups.reduce((sum, { length }) => sum + length, 0);
  const part = (brought: number, isLast: boolean): readonly OpDraft[] => {
    const told = { act, day, entries: brought, of: before + entries };
    return [{ kind: importPartKind, place, put: { ...told, ...(isBack && { isBack }), ...(isLast && { isLast }) } }];
  };
  // What is too much for one transaction is announced: it is known before anything of it is.
  const parted: (readonly OpDraft[])[] = entries < maxTransactionOps ? [] : [part(0, false)];
  let [size, untold] = [parted.length, 0];
  for (const group of groups) {
    if (untold > 0 && size + group.length + 1 > maxTransactionOps) {
      parted.push(part(untold, false));
      [size, untold] = [0, 0];
    }
    parted.push(group);
    size += group.length;
    untold += group.length;
  }
  return [...parted, part(untold, true)];
}

/** Every import that the book tells of, by its id. */
export function readActs(states: Iterable<RecordState>): ReadonlyMap<string, ImportAct> {
  const acts = new Map<string, ImportAct>();
  for (const state of states) {
    if (state.kind !== importPartKind || !isAlive(state)) continue;
    const id = String(shown(state, 'act'));
    const known = acts.get(id) ?? { id, day: '', device: deviceOf(state.id), taken: nothing };
    const day = String(shown(state, 'day'));
    const began = known.day === '' || day < known.day ? { ...known, day } : known;
    const isBack = shown(state, 'isBack') === true;
    acts.set(
      id,
      isBack
        ? { ...began, back: farther(known.back ?? nothing, state) }
        : { ...began, taken: farther(known.taken, state) },
    );
  }
  return acts;
}

const nothing: Way = { entries: 0, of: 0, isEnded: false };

/** All of it is in, whatever the order in which it came. */
export function isAllIn({ entries, of, isEnded }: Way): boolean {
  return isEnded && entries >= of;
}

function farther(way: Way, state: RecordState): Way {
  const [of, isLast] = [Number(shown(state, 'of')), shown(state, 'isLast') === true];
  // Who went on after a cut knew best how much it is.
  const most = way.isEnded ? way.of : Math.max(way.of, of);
  return {
    entries: way.entries + Number(shown(state, 'entries')),
    of: isLast ? of : most,
    isEnded: way.isEnded || isLast,
  };
}

/** A part is called by the op that wrote it: "7f3k.1042". */
function deviceOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

/** Cut off in the middle, and not being undone: the same file goes on with it. */
export function isCutOff(act: ImportAct | undefined): boolean {
  return act !== undefined && !act.taken.isEnded && act.back === undefined;
}

/** Which act of a device the import of these tables is: the one that was cut off, else one that is not yet. */
export function actOf(acts: ReadonlyMap<string, ImportAct>, book: string, device: string, tables: Tables): string {
  const file = fingerprint(tables);
  for (let time = 0; ; time += 1) {
    const id = recordIdOf(book, 'imports', `${device}\n${file}\n${time}`);
    const act = acts.get(id);
    if (act === undefined || isCutOff(act)) return id;
  }
}

/** The same for the same rows, whatever the file is called. */
function fingerprint(tables: Tables): string {
  const cells = tableNames.map((name) => {
    const rows = tables[name]?.rows ?? [];
    return rows.map((row) => tableColumns[name].map((column) => row.cell(column)));
  });
  return toHex(sha256(JSON.stringify(cells)));
}
