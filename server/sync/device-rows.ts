import type { Selectable } from 'kysely';
import type { DeviceRow, DeviceStatus } from '../../src/sync/hub-ports.ts';
import type { Tx } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** Finds a device by its id alone: the look-up table says which book it writes in. */
export async function findDevice(tx: Tx, id: string): Promise<DeviceRow | undefined> {
  const row = await tx
    .selectFrom('device_home')
    .innerJoin('device', (join) =>
      join.onRef('device.book', '=', 'device_home.book').onRef('device.id', '=', 'device_home.device'),
    )
    .selectAll('device')
    .where('device_home.device', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : deviceOf(row);
}

export async function readDevice(tx: Tx, book: string, id: string): Promise<DeviceRow | undefined> {
  const row = await tx
    .selectFrom('device')
    .selectAll()
    .where('book', '=', book)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : deviceOf(row);
}

function deviceOf(row: Selectable<Tables['device']>): DeviceRow {
  return {
    id: row.id,
    book: row.book,
    user: row.user_id,
    role: row.role,
    places: JSON.parse(row.places) as readonly string[],
    epoch: row.epoch,
    status: row.status as DeviceStatus,
    signKey: row.sign_key,
    acked: row.acked,
    chain: row.chain,
    lastStamp: [row.last_ms, row.last_counter],
  };
}
