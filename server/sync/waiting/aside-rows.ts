import { type Op, opId } from '../../../src/sync/op.ts';
import { isErased, lineHash, readLine } from '../../../src/sync/wire/line.ts';
import type { Tx } from '../../db/database.ts';
import type { AsideDecision } from '../../durable/command.ts';
import { sha256 } from '../hash.ts';

/** An envelope that was kept aside: of a revoked device, or of one that gave a number out twice. */
export interface Aside {
  readonly envelope: string;
  readonly why: string;
  readonly decision: AsideDecision | '';
  readonly lines: readonly AsideLine[];
}

export interface AsideLine {
  /** Number in its device's order; 0 where nothing of the envelope can be read. */
  readonly seq: number;
  readonly hash: string;
  /** Absent where the line was erased, or could not be read by this programme. */
  readonly op?: Op;
  /** By which number it was written into the book. */
  readonly taken?: number;
}

/** All that is kept aside of a device, in the device's order. Within the book's scope. */
export async function readAside(tx: Tx, book: string, device: string): Promise<readonly Aside[]> {
  const rows = await tx
    .selectFrom('quarantine')
    .select(['envelope', 'why', 'decision', 'lines', 'taken'])
    .where('book', '=', book)
    .where('device', '=', device)
    .orderBy('envelope')
    .execute();
  const all = rows.map(({ lines, taken, ...row }) => ({ ...row, lines: readLines(lines, taken) }));
  return all.sort((a, b) => (a.lines[0]?.seq ?? 0) - (b.lines[0]?.seq ?? 0));
}

function readLines(lines: string, taken: string): readonly AsideLine[] {
  const texts: readonly string[] = JSON.parse(lines);
  const numbers: readonly (number | null)[] = JSON.parse(taken);
  const read = texts.map((line) => readLine(line));
  // They stand one behind the other: one that can be read says where all of them are.
  const at = read.findIndex(({ ok }) => ok);
  const known = read[at];
  const first = known?.ok === true ? known.value.s - at : undefined;
  return texts.map((line, index): AsideLine => {
    const found = read[index];
    const number = numbers[index] ?? undefined;
    return {
      seq: first === undefined ? 0 : first + index,
      hash: lineHash(line, sha256),
      ...(found?.ok === true && !isErased(found.value) && { op: found.value }),
      ...(number !== undefined && { taken: number }),
    };
  });
}

/** What was sent twice is there once. */
export function distinctLines(all: readonly Aside[]): readonly AsideLine[] {
  const lines = all.flatMap((one) => one.lines);
  return [...new Map(lines.map((line) => [line.hash, line])).values()];
}

const standInPrefix = 'back-';

/** The device by which the hub writes what was kept aside of another: a phone's id is drawn, and holds no hyphen. */
export function standInOf(device: string): string {
  return `${standInPrefix}${device}`;
}

/**
 * Envelopes kept aside that hold what these records were taken from, by their ids; for each the records' names, and those
 * that they bear there.
 */
export async function readOrigins(
  tx: Tx,
  book: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, ReadonlySet<string>>();
  const taken = records.filter((id) => id.startsWith(standInPrefix));
  for (const device of new Set(taken.map((id) => id.slice(standInPrefix.length, id.lastIndexOf('.'))))) {
    const all = await readAside(tx, book, device);
    const isTheirs = ({ taken: number }: AsideLine) =>
      number !== undefined && taken.includes(opId(standInOf(device), number));
    const makers = all.flatMap(({ lines }) => lines.filter(isTheirs));
    const names = new Set([...records, ...makers.map(({ seq }) => opId(device, seq))]);
    const hashes = new Set(
      all.flatMap(({ lines }) => lines.flatMap((line) => (line.taken === undefined ? [] : line.hash))),
    );
    for (const { envelope, lines } of all) if (lines.some(({ hash }) => hashes.has(hash))) found.set(envelope, names);
  }
  return found;
}
