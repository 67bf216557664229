import type { DeviceRow } from '../../../src/sync/hub-ports.ts';
import type { SimulatedPhone } from '../phone/phone.ts';
import type { SimulatedHub } from './hub.ts';
import { bringBack, heldBy } from './restore.ts';

/* What the hub's commands do to its devices. */

/** A village goes from one device to another, as the command of the real hub does it: in one stroke. */
export function handOver(hub: SimulatedHub, from: string, to: string, place: string): void {
  const { tables, schedule } = hub;
  const [giver, taker] = [tables.devices.get(from), tables.devices.get(to)];
  if (giver === undefined || taker?.status !== 'active' || !giver.places.includes(place)) return;
  const without = (row: DeviceRow) => (row.former ?? []).filter((one) => one.place !== place);
  const former = [...without(giver), { place, until: giver.epoch }];
  const left = giver.places.filter((one) => one !== place);
  tables.devices.set(from, { ...giver, places: left, former, epoch: giver.epoch + 1 });
  const places = [...new Set([...taker.places, place])];
  tables.devices.set(to, { ...taker, places, former: without(taker), epoch: taker.epoch + 1 });
  schedule.count('handed over');
  bringBack(hub);
}

/** As whoever restores a hub is told: what was ordered behind the backup is ordered again. */
export function orderAgain(hub: SimulatedHub, phones: readonly Pick<SimulatedPhone, 'device' | 'heldAt'>[]): void {
  const { devices } = hub.tables;
  for (const { device, heldAt } of phones) {
    for (const place of new Set([...heldAt.values()].flat())) {
      if (heldBy(hub.tables, `${device}.`).includes(place)) continue;
      const giver = [...devices.values()].find(({ id, places }) => id !== 'officer' && places.includes(place));
      if (giver !== undefined) handOver(hub, giver.id, device, place);
    }
  }
}

/** A phone is lost, or its user has gone: what it wrote stands, what still comes from it is kept aside. */
export function revoke({ tables, schedule, revoked, lock }: SimulatedHub, id: string): void {
  const device = tables.devices.get(id);
  // The command waits for the book, as an envelope does.
  if (device?.status !== 'active' || lock?.process.isAlive) return;
  tables.devices.set(id, { ...device, status: 'revoked' });
  revoked.set(id, device.acked);
  schedule.count('revoked');
}
