import { sql } from 'kysely';
import type { DeviceRow, DeviceStatus } from '../../src/sync/hub-ports.ts';
import type { Tx } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** Finds a device by its id alone: the look-up table says which book it writes in. */
export async function findDevice(tx: Tx, id: string): Promise<DeviceRow | undefined> {
  const home = await tx.selectFrom('device_home').select('book').where('device', '=', id).executeTakeFirst();
  return home === undefined ? undefined : readDevice(tx, home.book, id);
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

function deviceOf(row: Tables['device']): DeviceRow {
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

/** Moves what an envelope moves: prefix, chain, clock, status. */
export async function saveDevice(tx: Tx, device: DeviceRow): Promise<void> {
  const [ms, counter] = device.lastStamp;
  await sql`
    update device set acked = ${device.acked}, chain = ${device.chain}, status = ${device.status},
      last_ms = ${ms}, last_counter = ${counter}
    where book = ${device.book} and id = ${device.id}`.execute(tx);
}
