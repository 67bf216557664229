import type { Op } from '../sync/op.ts';
import type { PendingOp } from '../sync/ports.ts';
import type { OpResult } from '../sync/verdict.ts';
import { isErased, readLine } from '../sync/wire/line.ts';
import type { Sealer } from '../vault/sealer.ts';
import { fromBytes, toBytes } from './codec/json-codec.ts';
import type { Database, PendingRow } from './database.ts';

/*
 * Ops that wait for their verdict, sealed under the data key: one small row a transaction, by its first seq. This row is
 * all that a save adds to what the app reads; no page is rewritten. The body is the JSON of [[seq, line], …].
 */

type Lines = readonly (readonly [seq: number, line: string])[];

const place = (seq: number) => ({ store: 'pending', id: String(seq), revision: 1 });
const mendingPlace = (seq: number) => ({ store: 'mending', id: String(seq), revision: 1 });

export async function sealPending(sealer: Sealer, ops: readonly PendingOp[]): Promise<PendingRow | undefined> {
  const [first] = ops;
  if (first === undefined) return undefined;
  const lines: Lines = ops.map(({ seq, line }) => [seq, line]);
  return { seq: first.seq, body: await sealer.seal(place(first.seq), toBytes(lines)) };
}

/** A refused op, kept to be mended by new ones; its seq is never used again. */
export async function sealMending(
  sealer: Sealer,
  refused: { readonly seq: number; readonly line: string; readonly result: OpResult },
): Promise<PendingRow> {
  const body = await sealer.seal(mendingPlace(refused.seq), toBytes([refused.line, refused.result]));
  return { seq: refused.seq, body };
}

export interface PendingOps {
  /** In order of seq, with the transaction each belongs to. */
  readonly ops: () => readonly PendingOp[];
  readonly transactions: () => number;
  /** When the oldest of them was written by this phone's clock, ms since 1970; null where none waits. */
  readonly since: () => number | null;
  readonly of: (record: string) => readonly Op[];
  readonly records: () => Iterable<string>;
  /** Records that these ops are about. */
  readonly touchedBy: (seqs: ReadonlySet<number>) => readonly string[];
  readonly add: (ops: readonly PendingOp[]) => void;
  readonly remove: (seqs: ReadonlySet<number>) => void;
  /** Transactions in which `line` would leave another line; `take` puts them in place of those that stood. */
  readonly rewritten: (line: (line: string) => string) => {
    readonly changed: readonly (readonly PendingOp[])[];
    readonly take: () => void;
  };
  /** Rows as they must stand once these seqs have left: a row that is empty goes, one that is not is written anew. */
  readonly without: (seqs: ReadonlySet<number>) => {
    readonly gone: readonly number[];
    readonly rest: readonly (readonly PendingOp[])[];
  };
}

/** The ops of these rows in memory. `damaged` rows are left where they are: their sealed copy still reaches the hub. */
export function createPending(initial: readonly (readonly PendingOp[])[]): PendingOps {
  let transactions: readonly (readonly PendingOp[])[] = initial;
  let byRecord: ByRecord | undefined;

  function index(): ByRecord {
    byRecord ??= indexOf(new Map(), transactions.flat());
    return byRecord;
  }

  function replace(next: readonly (readonly PendingOp[])[]): void {
    transactions = next;
    byRecord = undefined;
  }

  return {
    ops: () => transactions.flat(),
    transactions: () => transactions.length,
    since: () => writtenAt(transactions),
    of: (record) => index().get(record) ?? [],
    records: () => index().keys(),
    touchedBy: (seqs) => [...index()].flatMap(([id, ops]) => (ops.some(({ s }) => seqs.has(s)) ? [id] : [])),
    // Weeks without a signal make long lists: a save reads its own lines only.
    add(ops) {
      transactions = [...transactions, ops];
      if (byRecord !== undefined) indexOf(byRecord, ops);
    },
    remove(seqs) {
      const left = transactions.map((ops) => ops.filter(({ seq }) => !seqs.has(seq)));
      replace(left.filter((ops) => ops.length > 0));
    },
    rewritten(change) {
      const next = new Map<readonly PendingOp[], readonly PendingOp[]>();
      for (const ops of transactions) {
        const lines = ops.map(({ seq, line }) => ({ seq, line: change(line) }));
        if (lines.some(({ line }, index) => line !== ops[index]?.line)) next.set(ops, lines);
      }
      return {
        changed: [...next.values()],
        // Beside those that were saved meanwhile.
        take: () => replace(transactions.map((ops) => next.get(ops) ?? ops)),
      };
    },
    without(seqs) {
      const touched = transactions.filter((ops) => ops.some(({ seq }) => seqs.has(seq)));
      return {
        gone: touched.flatMap(([first]) => (first === undefined ? [] : [first.seq])),
        rest: touched.map((ops) => ops.filter(({ seq }) => !seqs.has(seq))).filter((ops) => ops.length > 0),
      };
    },
  };
}

function writtenAt(transactions: readonly (readonly PendingOp[])[]): number | null {
  for (const [first] of transactions) {
    const read = first === undefined ? undefined : readLine(first.line);
    if (read?.ok && !isErased(read.value)) return read.value.at[0];
  }
  return null;
}

type ByRecord = Map<string, readonly Op[]>;

function indexOf(byRecord: ByRecord, ops: readonly PendingOp[]): ByRecord {
  for (const { line } of ops) {
    const read = readLine(line);
    if (!read.ok || isErased(read.value)) continue;
    byRecord.set(read.value.id, [...(byRecord.get(read.value.id) ?? []), read.value]);
  }
  return byRecord;
}

/** Opens every pending row. */
export async function readPending(database: Database, sealer: Sealer): Promise<readonly (readonly PendingOp[])[]> {
  const rows = await database.pending.toArray();
  const opened = await Promise.all(rows.map(({ seq, body }) => sealer.open(place(seq), body)));
  return opened.flatMap((row) =>
    row.ok ? [fromBytes<Lines>(row.value).map(([seq, line]): PendingOp => ({ seq, line }))] : [],
  );
}

/** A refused op: the record it was written to, and the seq its transaction began with. */
export interface Refused {
  readonly record: string;
  readonly transaction: number;
}

/** A refused op as it was written, and what the hub said. */
export interface SentBack {
  readonly seq: number;
  readonly line: string;
  readonly result: OpResult;
}

/** Every refused op that waits for mending, in order of seq. */
export async function readMending(database: Database, sealer: Sealer): Promise<readonly SentBack[]> {
  const rows = await database.mending.toArray();
  const opened = await Promise.all(
    rows.map(async ({ seq, body }) => ({ seq, row: await sealer.open(mendingPlace(seq), body) })),
  );
  return opened.flatMap(({ seq, row }) => {
    if (!row.ok) return [];
    const [line, result] = fromBytes<readonly [line: string, result: OpResult]>(row.value);
    return [{ seq, line, result }];
  });
}

export function refusedIn(seq: number, line: string): readonly (readonly [number, Refused])[] {
  const read = readLine(line);
  return read.ok && !isErased(read.value) ? [[seq, { record: read.value.id, transaction: read.value.tx }]] : [];
}

/** Record that a line writes to. */
export function recordOf(line: string): readonly string[] {
  const read = readLine(line);
  return read.ok && !isErased(read.value) ? [read.value.id] : [];
}
