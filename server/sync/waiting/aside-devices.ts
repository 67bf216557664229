import type { AsideDevice } from '../../../src/sync/console-api.ts';
import type { Tx } from '../../db/database.ts';
import { type Aside, distinctLines, readAside } from './aside-rows.ts';

interface OpenAside extends Omit<AsideDevice, 'ops'> {
  readonly role: string;
  /** Envelopes that nobody has decided on. */
  readonly open: readonly Aside[];
}

/** Devices of a book whose work waits for a word. Within the book's scope. */
export async function readOpen(tx: Tx, book: string): Promise<readonly OpenAside[]> {
  const rows = await tx
    .selectFrom('quarantine')
    .innerJoin('device', (join) =>
      join.onRef('device.book', '=', 'quarantine.book').onRef('device.id', '=', 'quarantine.device'),
    )
    .select(['device.id', 'device.role', 'device.status', 'device.user_name'])
    .distinct()
    .where('quarantine.book', '=', book)
    .where('quarantine.decision', '=', '')
    .orderBy('device.id')
    .execute();
  const found: OpenAside[] = [];
  for (const { id: device, role, status, user_name: userName } of rows) {
    const all = await readAside(tx, book, device);
    found.push({ device, role, status, userName, open: all.filter(({ decision }) => decision === '') });
  }
  return found;
}

export async function listAsideDevices(tx: Tx, book: string): Promise<readonly AsideDevice[]> {
  const devices = await readOpen(tx, book);
  return devices.map(({ device, userName, status, open }) => ({
    device,
    userName,
    status,
    ops: distinctLines(open).length,
  }));
}
