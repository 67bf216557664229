import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { makeRandom } from '../../simulation/random.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';

/*
 * The third time that a scope is checked (after route and op): whatever statement somebody gets to run, the database shows
 * and lets change only what stands in the scope of its transaction.
 */

/** Rows that stand at a place; the others belong to their book alone. */
const placed = ['record', 'op', 'departure', 'place_sum'] as const;
const booked = ['verdict', 'parked', 'quarantine', 'erasure', 'early'] as const;

/** Tables without a word of anybody's household: places, devices and users, counters, figures, the chained log. */
const open = [
  'activation_code',
  'audit',
  'book',
  'cell',
  'cell_month',
  'console_user',
  'device',
  'device_home',
  'dirty',
  'journal_position',
  'migration',
  'sample_whole',
  'setting',
  'shared_book',
  'shared_place',
  'unit',
  'unit_change',
];

const attempts = Number(process.env.ATTEMPTS ?? 400);

onEachEngine('row-level security', ({ hub }) => {
  const within = <Result>(scope: Scope | undefined, work: (tx: Tx) => Promise<Result>) =>
    hub().database.transaction(scope, work);

  test('every table is guarded, or is known to hold nothing of people', async () => {
    const { rows } = await within(undefined, (tx) =>
      sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' order by 1`.execute(tx),
    );
    expect(rows.map(({ name }) => name)).toEqual([...placed, ...booked, ...open].sort());
  });

  /** A row of each guarded table for every place of two communes. */
  async function fill(): Promise<readonly Scope[]> {
    const communes = [await foundTestCommune(hub()), await foundTestCommune(hub())];
    for (const { book, villages } of communes)
      for (const [index, place] of villages.entries())
        await within({ book, places: [place] }, rowsAt(book, place, index));
    return communes.map(({ book, villages }) => ({ book, places: villages }));
  }

  const rowsAt = (book: string, place: string, index: number) => async (tx: Tx) => {
    const [id, number, device] = [`r${index}`, index + 1, `d${index}`];
    await sql`insert into record (book, id, kind, place, state, digest, number)
      values (${book}, ${id}, 'person', ${place}, '{}', 1, ${number})`.execute(tx);
    await sql`insert into op (book, device, seq, place, line) values (${book}, ${device}, 1, ${place}, '{}')`.execute(
      tx,
    );
    await sql`insert into departure (book, place, id, kind, number)
      values (${book}, ${place}, ${id}, 'person', ${number})`.execute(tx);
    await sql`insert into place_sum (book, place, records, digest) values (${book}, ${place}, 1, 1)`.execute(tx);
    await sql`insert into verdict (book, device, seq, verdict) values (${book}, ${device}, 1, '{}')`.execute(tx);
    await sql`insert into parked (book, device, envelope, first_seq, last_seq, chain, received_at, lines, hashes)
      values (${book}, ${device}, 'e', 1, 1, '', 0, '[]', '[]')`.execute(tx);
    await sql`insert into quarantine (book, device, envelope, why, lines)
      values (${book}, ${device}, 'e', 'conflict', '[]')`.execute(tx);
    await sql`insert into early (book, device, seq, record, line, ms, counter)
      values (${book}, ${device}, 1, ${id}, '{}', 0, 0)`.execute(tx);
    await sql`insert into erasure (book, number, record, at) values (${book}, ${number}, ${id}, 0)`.execute(tx);
  };

  test('whatever is asked, nothing outside the scope is seen, changed, moved or removed', async () => {
    const wholes = await fill();
    const before = await Promise.all(wholes.map((scope) => within(scope, countAll)));
    const random = makeRandom(20_261_126);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const [mine, theirs] = random.shuffle(wholes);
      if (mine === undefined || theirs === undefined) throw new Error('two communes');
      const scope = { book: mine.book, places: random.pick([[], mine.places.slice(0, 1), theirs.places]) };
      const table = random.pick([...placed, ...booked]);
      const act = random.pick([look, carryOff, remove, plant]);
      // A statement that the database refuses has done as little as one that found nothing.
      const touched = await within(scope, (tx) => act(tx, table, theirs, scope)).catch(() => 0);
      expect([attempt, act.name, table, touched]).toEqual([attempt, act.name, table, 0]);
    }
    expect(await Promise.all(wholes.map((scope) => within(scope, countAll)))).toEqual(before);
    // The same statements find what is theirs to find, or the nothing above would say nothing.
    const [one, other] = wholes;
    if (one === undefined || other === undefined) throw new Error('two communes');
    expect(await within(other, (tx) => look(tx, 'record', one, one))).toBe(2);
    expect(await within(other, (tx) => remove(tx, 'departure', one, one))).toBe(2);
    await expect(within(other, (tx) => carryOff(tx, 'departure', one, one))).resolves.toBe(0);
    await expect(within(other, (tx) => plant(tx, 'record', one))).rejects.toThrow(/row-level security/);
  });
});

type Table = (typeof placed)[number] | (typeof booked)[number];

function isPlaced(table: Table): boolean {
  return placed.some((one) => one === table);
}

/** Rows of this table that are not in the scope. */
function foreign(table: Table, scope: Scope) {
  const elsewhere = isPlaced(table) ? sql` or not (place = any (${placesOf(scope)}))` : sql``;
  return sql`(book <> ${scope.book}${elsewhere})`;
}

function placesOf({ places }: Scope) {
  return sql`string_to_array(${places.join(',')}, ',')`;
}

async function look(tx: Tx, table: Table, _theirs: Scope, scope: Scope): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from ${sql.table(table)} where ${foreign(table, scope)}`.execute(tx);
  return rows[0]?.found ?? 0;
}

/** Writes over, or takes to the own book, what stands elsewhere. */
async function carryOff(tx: Tx, table: Table, _theirs: Scope, scope: Scope): Promise<number> {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set book = ${scope.book} where ${foreign(table, scope)}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

async function remove(tx: Tx, table: Table, _theirs: Scope, scope: Scope): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${foreign(table, scope)}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Puts into another's book what stands in the own one. */
async function plant(tx: Tx, table: Table, theirs: Scope): Promise<number> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set book = ${theirs.book}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

async function countAll(tx: Tx): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of [...placed, ...booked]) {
    const { rows } = await sql<{ found: number }>`select count(*)::int as found from ${sql.table(table)}`.execute(tx);
    counts.push(rows[0]?.found ?? 0);
  }
  return counts;
}
