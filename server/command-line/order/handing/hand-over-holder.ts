import type { Hub } from '../../../hub.ts';
import { heldBy } from '../../../sync/device-rows.ts';
import { told } from '../../told.ts';

/** A collaborator's device as the command line speaks of it. */
export interface Holder {
  readonly id: string;
  readonly book: string;
  readonly userName: string;
  readonly status: string;
  readonly places: readonly string[];
  readonly acked: number;
}

/** A device of this book that keeps villages; an officer's holds the whole commune, and hands nothing over. */
export async function readHolder(hub: Hub, book: string, id: string): Promise<Holder> {
  const row = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('device').selectAll().where('book', '=', book).where('id', '=', id).executeTakeFirst(),
  );
  if (row === undefined) throw told(`Không có máy ${id} trong xã này.`, `No device ${id} in this commune.`);
  if (row.role !== 'collaborator')
    throw told('Bàn giao là giữa cộng tác viên; máy này không phải.', 'Only collaborators hand villages over.');
  const { places } = heldBy(row);
  return { id, book, userName: row.user_name, status: row.status, places, acked: row.acked };
}
