import type { PinnedKeys } from '../../src/sync/activation.ts';
import type { HubPorts } from '../../src/sync/hub-ports.ts';
import type { DeviceCrypto, HubPort } from '../../src/sync/ports.ts';
import type { RoadApi } from '../../src/workers/api/road-api.ts';
import type { SimulatedHub } from './hub/hub.ts';
import type { SimulatedPhone, SimulatedStore } from './phone/phone.ts';
import type { Process, Schedule } from './schedule.ts';

/** Where a planted bug sits. */
interface Spot {
  readonly phone: SimulatedPhone;
  readonly process: Process;
  readonly schedule: Schedule;
}

/** A bug put around the doors, as a careless engineer would have written what stands behind them. */
export interface Plant {
  readonly hub?: (ports: HubPorts, hub: SimulatedHub) => HubPorts;
  readonly store?: (store: SimulatedStore, spot: Spot) => SimulatedStore;
  readonly road?: (road: HubPort, spot: Spot) => HubPort;
  /** What a phone holds of its hub after a word of it. */
  readonly turned?: (next: PinnedKeys, before: PinnedKeys) => PinnedKeys;
  readonly roads?: (roads: RoadApi, spot: Spot) => RoadApi;
  readonly crypto?: (crypto: DeviceCrypto) => DeviceCrypto;
}
