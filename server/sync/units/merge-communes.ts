import { randomUUID } from 'node:crypto';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import type { Tx } from '../../db/database.ts';
import { type MergeProblem, type MergingCommune, planMerge } from './plan-merge.ts';
import { type KnownUnit, readUnitsOf, unitOf } from './unit-rows.ts';
import { inTurns, type UnitsBench } from './units-bench.ts';

/** Books whose communes become one, in the order in which they were named, and what it is called. */
export interface AskedMerger {
  readonly books: readonly string[];
  readonly code: string;
  readonly name: string;
  readonly date: string;
}

export interface Merged {
  /** The one that goes on. */
  readonly book: string;
  readonly commune: KnownUnit;
  /** Villages that have another code or name now, as they were. */
  readonly renamed: readonly { readonly was: KnownUnit; readonly is: KnownUnit }[];
}

/** Makes communes one, with all that is in their books. */
export function mergeCommunes(bench: UnitsBench, asked: AskedMerger): Promise<Outcome<Merged, MergeProblem>> {
  const books = [...new Set(asked.books)];
  if (books.length < 2) return Promise.resolve(bad('few_places'));
  return inTurns(books, () => merge(bench, { ...asked, books }));
}

async function merge({ hub, onWritten }: UnitsBench, asked: AskedMerger): Promise<Outcome<Merged, MergeProblem>> {
  const { books, code, date } = asked;
  const ground = await hub.database.transaction(undefined, async (tx) => {
    const communes: MergingCommune[] = [];
    for (const one of books) {
      const commune = await readCommune(tx, one);
      if (commune === undefined) return undefined;
      communes.push(commune);
    }
    return { communes, known: await readKnown(tx, code, communes), book: await largest(tx, books) };
  });
  if (ground === undefined) return bad('commune_merged');
  const { communes, known, book } = ground;
  const planned = planMerge({ ...asked, communes, known, today: civilDay(hub.now()) });
  if (!planned.ok) return bad(planned.error);
  const { commune, units } = planned.value;
  const ids = communes.map(({ commune: old }) => old.id);
  const from = books.filter((one) => one !== book);
  const change = { is: 'merge', books: from, communes: ids, into: commune, date } as const;
  await hub.run({ is: 'merge', at: hub.now(), book, id: `cli-${randomUUID()}`, change, units });
  // Registers of books that are no more are put away.
  for (const one of books) onWritten(one);
  const before = new Map(communes.flatMap(({ beneath }) => beneath.map((unit) => [unit.id, unit])));
  const renamed = units.flatMap((is) => {
    const was = before.get(is.id);
    return was === undefined ? [] : [{ was, is }];
  });
  const [made] = units;
  if (made === undefined) throw new TypeError('a merger makes a commune');
  return good({ book, commune: made, renamed });
}

/** The commune of a book, and what stands beneath it. `undefined`: the book has gone into another meanwhile. */
export async function readCommune(tx: Tx, book: string): Promise<MergingCommune | undefined> {
  const row = await tx.selectFrom('book').select('commune').where('book', '=', book).executeTakeFirst();
  if (row === undefined) return undefined;
  const units = await readUnitsOf(tx, book);
  const commune = units.find((unit) => unit.id === row.commune);
  if (commune === undefined) throw new TypeError('a book without a commune');
  const beneath = units.filter((unit) => unit !== commune && (unit.level === 'village' || unit.level === 'commune'));
  return { commune, beneath };
}

/** Other communes of that code. */
async function readKnown(tx: Tx, code: string, communes: readonly MergingCommune[]) {
  const rows = await tx
    .selectFrom('unit')
    .leftJoin('book', 'book.commune', 'unit.id')
    .selectAll('unit')
    .select('book.book')
    .where('level', '=', 'commune')
    .where('code', '=', code)
    .where(
      'id',
      'not in',
      communes.map(({ commune }) => commune.id),
    )
    .execute();
  return rows.map(({ book, ...row }) => ({ ...unitOf(row), hasBook: book !== null }));
}

/** As few rows as may be go into another book. */
async function largest(tx: Tx, books: readonly string[]): Promise<string> {
  const row = await tx
    .selectFrom('book')
    .select('book')
    .where('book', 'in', books)
    .orderBy('last_number', 'desc')
    .orderBy('book')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.book;
}
