import { type Selectable, sql } from 'kysely';
import type { Role } from '../../src/sync/activation.ts';
import type { DeviceRow, DeviceStatus, FormerPlace } from '../../src/sync/hub-ports.ts';
import { drawerOf } from '../../src/sync/records/drawer.ts';
import type { Look, Tx } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** Finds a device by its id alone: the look-up table says which book it writes in. */
export async function findDevice(tx: Look, id: string): Promise<DeviceRow | undefined> {
  const row = await tx
    .selectFrom('device_home')
    .innerJoin('device', (join) =>
      join.onRef('device.book', '=', 'device_home.book').onRef('device.id', '=', 'device_home.device'),
    )
    .selectAll('device')
    .select(drawers)
    .where('device_home.device', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : deviceOf(row);
}

export async function readDevice(tx: Tx, book: string, id: string): Promise<DeviceRow | undefined> {
  const row = await oneDevice(tx, book, id).executeTakeFirst();
  return row === undefined ? undefined : deviceOf(row);
}

/** The same, and whether envelopes of it wait behind a gap: within its book's scope. */
export async function readStanding(
  tx: Tx,
  book: string,
  id: string,
): Promise<{ readonly device: DeviceRow; readonly hasParked: boolean } | undefined> {
  const row = await oneDevice(tx, book, id)
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('parked')
          .select('envelope')
          .whereRef('parked.book', '=', 'device.book')
          .whereRef('parked.device', '=', 'device.id'),
      ).as('has_parked'),
    )
    .executeTakeFirst();
  return row === undefined ? undefined : { device: deviceOf(row), hasParked: Boolean(row.has_parked) };
}

function oneDevice(tx: Tx, book: string, id: string) {
  return tx.selectFrom('device').selectAll('device').select(drawers).where('book', '=', book).where('id', '=', id);
}

/** Ids of the devices whose drafts an officer may take up: all of the book. */
const drawers = sql<string>`case when device.role = 'officer' then (
    select json_agg(other.id order by other.id)::text from device as other where other.book = device.book
  ) else '[]' end`.as('drawers');

/** The units that a row names, without drawers; and those that were taken from it. */
export function heldBy({ places, former }: Pick<Selectable<Tables['device']>, 'places' | 'former'>) {
  return {
    places: JSON.parse(places) as readonly string[],
    former: JSON.parse(former) as readonly FormerPlace[],
  };
}

export function roleOf({ role }: Pick<Selectable<Tables['device']>, 'role'>): Role {
  return role as Role;
}

function deviceOf(row: Selectable<Tables['device']> & { readonly drawers: string }): DeviceRow {
  const { places: units, former } = heldBy(row);
  const open = new Set([row.id, ...(JSON.parse(row.drawers) as readonly string[])]);
  return {
    id: row.id,
    book: row.book,
    user: row.user_id,
    role: row.role,
    places: [...units, ...[...open].map(drawerOf)],
    ...(former.length > 0 && { former }),
    epoch: row.epoch,
    status: row.status as DeviceStatus,
    ...(row.wipe === 'ordered' && { mustWipe: true }),
    signKey: row.sign_key,
    acked: row.acked,
    chain: row.chain,
    lastStamp: [row.last_ms, row.last_counter],
  };
}
