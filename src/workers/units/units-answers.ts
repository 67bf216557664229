import type { HubLine } from '../../seal/hub-request.ts';
import type { DeviceScope } from '../../sync/units-change.ts';
import type { KeptActivation } from '../activating/who.ts';
import type { UnitsApi } from '../api/units-api.ts';
import type { Session } from '../session.ts';

/* Villages change once in years: what speaks of that with the hub is fetched when it is wanted. */

type Desk = Pick<Session, 'unitsAsked' | 'now' | 'crypto'>;

export function unitsAnswers(open: () => Desk): UnitsApi {
  const desk = async () => {
    const { unitsAsked, now, crypto } = open();
    return (await import('./units-desk.ts')).createUnitsDesk(unitsAsked, now, crypto.randomId);
  };
  return {
    unitsAsked: async () => (await desk()).unitsAsked(),
    askUnits: async (change) => (await desk()).askUnits(change),
    dropUnits: async (id) => (await desk()).dropUnits(id),
  };
}

/** Takes to the hub what was asked here, if anything was. */
export async function postAsked({ unitsAsked, now }: Desk, line: HubLine): Promise<void> {
  if ((await unitsAsked.all()).length === 0) return;
  const [{ postUnits }, { sendUnits }] = await Promise.all([import('./units-desk.ts'), import('./hub-units.ts')]);
  await postUnits(unitsAsked, (request) => sendUnits(line, request), now);
}

/** By which orders a device knows its places: how many there were, and the hub that counts them. */
type Ordered = Pick<KeptActivation, 'epoch' | 'hubEpoch'>;

/**
 * Where this device may write now, and what the places are called. `undefined`: as before, or no answer. A hub that was
 * restored may have lost orders, and counts anew.
 */
export async function askScope(
  line: HubLine,
  known: Ordered,
  told: Required<Ordered>,
): Promise<(DeviceScope & typeof told) | undefined> {
  if (told.epoch <= known.epoch && told.hubEpoch === known.hubEpoch) return undefined;
  const scope = await (await import('./hub-units.ts')).fetchScope(line);
  return scope && { ...scope, hubEpoch: told.hubEpoch };
}
