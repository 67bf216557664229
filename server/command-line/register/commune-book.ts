import { communeOver } from '../../../src/formats/interchange/commune-over.ts';
import type { PlaceRow } from '../../../src/formats/interchange/read/units.ts';
import type { UnitRow } from '../../../src/sync/activation.ts';
import type { Hub } from '../../hub.ts';
import { type KnownUnit, unitOf } from '../../sync/units/unit-rows.ts';

/** A commune with its villages and the id of its book, whether it stands in the database yet or only in a file. */
export interface CommuneBook {
  readonly book: string;
  readonly commune: UnitRow;
  readonly villages: readonly UnitRow[];
}

/** Every unit of the hub, with its validity. */
export async function listPlaceRows(hub: Hub): Promise<readonly KnownUnit[]> {
  const rows = await hub.database.transaction(undefined, (tx) => tx.selectFrom('unit').selectAll().execute());
  return rows.map(unitOf);
}

/** The same, with every village beneath the commune that it is in today, as the files of a register have it. */
export async function listPlacesToday(hub: Hub): Promise<readonly KnownUnit[]> {
  const rows = await listPlaceRows(hub);
  const byId = new Map(rows.map((unit) => [unit.id, unit]));
  return rows.map((unit) => {
    if (unit.level !== 'village') return unit;
    return { ...unit, parent: communeOver(unit, (id) => byId.get(id))?.id ?? unit.parent };
  });
}

/** The commune of that code which stands today. `undefined`: none. */
export async function findCommuneBook(
  hub: Hub,
  units: readonly PlaceRow[],
  code: string,
): Promise<CommuneBook | undefined> {
  const commune = units.find((unit) => unit.level === 'commune' && unit.code === code && unit.validTo === '');
  if (commune === undefined) return undefined;
  const row = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('book').select('book').where('commune', '=', commune.id).executeTakeFirst(),
  );
  // The book's id outlives every new code or name of its commune.
  const book = row?.book ?? `b${commune.id.slice(1)}`;
  return { book, commune, villages: units.filter(({ level, parent }) => level === 'village' && parent === commune.id) };
}
