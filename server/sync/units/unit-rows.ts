import { type Selectable, sql } from 'kysely';
import type { PlaceRow } from '../../../src/formats/interchange/read/units.ts';
import type { UnitRow } from '../../../src/sync/activation.ts';
import type { Tx } from '../../db/database.ts';
import type { Tables } from '../../db/tables.ts';

/** A unit with its validity and what it came from. */
export interface KnownUnit extends PlaceRow {
  /** Ids of the units it came of: where households of one that is no more belong; with "~" only a part of it came. */
  readonly cameFrom: readonly string[];
}

export function unitOf(row: Selectable<Tables['unit']>): KnownUnit {
  const { valid_from: validFrom, valid_to: validTo, level, came_from: cameFrom, ...rest } = row;
  return {
    ...rest,
    level: readLevel(level),
    validFrom,
    validTo: validTo ?? '',
    cameFrom: JSON.parse(cameFrom) as readonly string[],
  };
}

function readLevel(level: string): UnitRow['level'] {
  if (level === 'nation' || level === 'province' || level === 'area' || level === 'commune') return level;
  return 'village';
}

/**
 * The commune of a book, what stands above it, communes that went into it, and all their villages, ended ones too; parents
 * before children, the villages of all of them by their codes.
 */
export async function readUnitsOf(tx: Tx, book: string): Promise<readonly KnownUnit[]> {
  const { rows } = await sql<Selectable<Tables['unit']> & { depth: number }>`
    with recursive above as (
      select unit.*, 0 as depth from unit join book on book.commune = unit.id where book.book = ${book}
      union all
      select unit.*, above.depth + 1 from unit join above on unit.id = above.parent
    )
    select * from above
    union all
    select unit.*, case unit.level when 'village' then -1000 else -beneath.depth end
    from units_of(${book}) as beneath join unit on unit.id = beneath.id where beneath.depth > 0
    order by depth desc, code, id`.execute(tx);
  return rows.map(({ depth: _, ...row }) => unitOf(row));
}

/** New units and new values of known ones, all at once. */
export async function saveUnits(tx: Tx, units: readonly KnownUnit[]): Promise<void> {
  const rows = units.map(({ validFrom, validTo, cameFrom, ...unit }) => ({
    ...unit,
    valid_from: validFrom,
    valid_to: validTo === '' ? null : validTo,
    came_from: JSON.stringify(cameFrom),
  }));
  await sql`
    insert into unit (id, level, kind, code, name, parent, valid_from, valid_to, predecessors, came_from)
    select id, level, kind, code, name, parent, valid_from, valid_to, predecessors, came_from
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id text, level text, kind text, code text, name text, parent text, valid_from text, valid_to text,
        predecessors text, came_from text)
    on conflict (id) do update
    set name = excluded.name, kind = excluded.kind, code = excluded.code, parent = excluded.parent,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, predecessors = excluded.predecessors, came_from = excluded.came_from`.execute(
    tx,
  );
}

/** These places, and every unit that came of one of them. */
export function reachOf(places: readonly string[], units: readonly KnownUnit[]): readonly string[] {
  const reach = new Set(places);
  // Each round goes one change further; there are never more changes than units.
  for (const _ of units) {
    const found = units.filter(({ id, cameFrom }) => !reach.has(id) && cameFrom.some((from) => reach.has(from)));
    if (found.length === 0) break;
    for (const { id } of found) reach.add(id);
  }
  return [...reach];
}

/** The unit as one that came of others, too. */
export function comeOf(unit: KnownUnit, others: readonly KnownUnit[]): KnownUnit {
  const cameFrom = [...new Set([...unit.cameFrom, ...others.map(({ id }) => id)])];
  const codes = new Set(
    [...unit.predecessors.split(';'), ...others.map(({ code }) => code)].filter((code) => code !== ''),
  );
  return { ...unit, cameFrom, predecessors: [...codes].join(';') };
}
