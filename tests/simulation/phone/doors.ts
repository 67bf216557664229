import type { DeviceCrypto, HubPort } from '../../../src/sync/ports.ts';
import { fakeDeviceCrypto } from '../crypto.ts';
import type { SimulatedHub } from '../hub/hub.ts';
import { guarded } from '../invariants.ts';
import { keysHeld } from '../keys.ts';
import type { Plant } from '../plant.ts';
import { makeRoad, type Overheard } from '../roads/network.ts';
import type { Process, Schedule } from '../schedule.ts';
import { type SimulatedPhone, type SimulatedStore, storeOf } from './phone.ts';

export interface World {
  readonly schedule: Schedule;
  readonly hub: SimulatedHub;
  readonly phones: readonly SimulatedPhone[];
  readonly overheard: Overheard;
  readonly plant: Plant;
  /** Its phones' storage turns bits. */
  readonly isWorn: boolean;
}

/** What one programme of a phone works through, now. */
interface Doors {
  readonly store: SimulatedStore;
  readonly crypto: DeviceCrypto;
  /** Seal key of the hub that this programme works with. */
  readonly keyId: string;
  readonly road: HubPort;
}

export function doorsOf(world: World, phone: SimulatedPhone, process: Process): Doors {
  const { hub, schedule, plant } = world;
  const spot = { phone, process, schedule };
  const held = keysHeld(phone, process);
  const crypto = fakeDeviceCrypto(phone.device, held, process, schedule);
  const store = storeOf(phone, process, schedule);
  const road = makeRoad(world, phone, process, held.sealId);
  return {
    keyId: held.sealId,
    store: guarded(plant.store?.(store, spot) ?? store, hub, phone),
    crypto: plant.crypto?.(crypto) ?? crypto,
    road: plant.road?.(road, spot) ?? road,
  };
}

/** Now, as this phone's clock has it. */
export function clockOf({ schedule }: World, phone: SimulatedPhone): () => number {
  return () => Math.max(0, schedule.now() + phone.clockOffset);
}
