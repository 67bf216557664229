import type { HubPorts } from '../../src/sync/hub-ports.ts';
import type { DeviceCrypto, HubPort, PhoneStore } from '../../src/sync/ports.ts';
import type { SimulatedHub } from './hub.ts';
import type { SimulatedPhone } from './phone.ts';
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
  readonly store?: (store: PhoneStore, spot: Spot) => PhoneStore;
  readonly road?: (road: HubPort, spot: Spot) => HubPort;
  readonly crypto?: (crypto: DeviceCrypto) => DeviceCrypto;
}
