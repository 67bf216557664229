import type { Hub } from '../../../server/hub.ts';
import type { DeviceScope } from '../../../src/sync/units-change.ts';
import { foundTestCommune } from '../commune.ts';
import { type Ask, activatePhone, householdDrafts, type Phone } from '../phone.ts';

/* Communes side by side on one hub, and what a phone of one is told of another. */

/** A commune whose officer has written a household into its first village. */
export async function foundWithOfficer(hub: Hub, request: Ask) {
  const commune = await foundTestCommune(hub);
  const officer = await activatePhone(request, await commune.officerCode());
  const { envelope } = await officer.write(householdDrafts(commune.villages[0], 'Hà'));
  await officer.upload(envelope.bytes);
  return { ...commune, officer, household: `${officer.activation.device}.1` };
}

export async function scopeOf(phone: Phone): Promise<DeviceScope> {
  return (await (await phone.ask('GET', '/sync/scope')).json()) as DeviceScope;
}

/** Ids of the households that the hub gives this phone, sorted. */
export async function heldBy(phone: Phone): Promise<readonly string[]> {
  const { rows } = await phone.changes();
  return rows.flatMap((row) => (row.k === 'household' && !('gone' in row) ? [row.id] : [])).sort();
}

/** What it is told when it writes to a household at a place, and when it asks for that place. */
export async function toldOf(phone: Phone, place: string, id: string): Promise<readonly unknown[]> {
  const { envelope } = await phone.write([{ kind: 'household', id, place, put: { note: 'x' }, seen: {} }]);
  const [verdict] = await phone.upload(envelope.bytes);
  const page = await (await phone.ask('GET', `/sync/changes?after=0&place=${place}`)).json();
  return [verdict?.ops.map(({ result }) => result), (page as { readonly rows: unknown }).rows];
}
