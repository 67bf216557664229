import type { Turnable } from '../../../src/seal/hub-keys.ts';
import type {
  DeviceRow,
  HubPorts,
  HubTransaction,
  KeptOp,
  ParkedEnvelope,
  Rulebook,
} from '../../../src/sync/hub-ports.ts';
import { digestRecords, rootDigest } from '../../../src/sync/records/digest.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { toRow } from '../../../src/sync/records/row.ts';
import type { Changes } from '../../../src/sync/wire/changes.ts';
import { fakeHubCrypto, sha256 } from '../crypto.ts';
import { firstKeys } from '../keys.ts';
import type { Process, Schedule } from '../schedule.ts';
import { mustHold } from '../violation.ts';

/** A record as the hub's table holds it. */
interface HubRecord {
  readonly state: RecordState;
  readonly number: number;
  readonly placesEver: ReadonlySet<string>;
}

/** What survives a crash of the hub. */
export interface HubTables {
  readonly devices: Map<string, DeviceRow>;
  readonly ops: Map<string, KeptOp>;
  readonly records: Map<string, HubRecord>;
  readonly parked: Map<string, readonly ParkedEnvelope[]>;
  /** Ops on records that a restored hub does not have yet, or in villages that it does not know to be their author's. */
  readonly early: Map<string, KeptOp>;
  /** Lines that were kept aside, by device, envelope and reason. */
  readonly quarantine: Map<string, readonly string[]>;
  lastNumber: number;
}

export interface SimulatedHub {
  readonly tables: HubTables;
  readonly schedule: Schedule;
  process: Process;
  /** Held by the transaction under way; dies with the process. */
  lock: { readonly process: Process } | undefined;
  ports: HubPorts;
  /** Rises when a backup is restored. */
  epoch: number;
  /** Its key file, and how many pairs were ever made. */
  keys: Turnable;
  pairs: number;
  /** Up to where each device had been heard when it was revoked. */
  readonly revoked: Map<string, number>;
}

export const rules: Rulebook = {
  check: (op) => ('put' in op && 'forbidden' in op.put ? { code: 'unknown_field', field: 'forbidden' } : undefined),
  disagrees: (_kind, field) => field === 'name',
  months: () => [],
};

const pageRows = 4;

export function makeHub(schedule: Schedule, devices: readonly DeviceRow[]): SimulatedHub {
  const tables: HubTables = {
    devices: new Map(devices.map((device) => [device.id, device])),
    ops: new Map(),
    records: new Map(),
    parked: new Map(),
    early: new Map(),
    quarantine: new Map(),
    lastNumber: 0,
  };
  const process = schedule.start('hub');
  const ports = undefined as unknown as HubPorts;
  const hub = {
    tables,
    schedule,
    process,
    lock: undefined,
    epoch: 1,
    keys: firstKeys(),
    pairs: 2,
    revoked: new Map(),
    ports,
  };
  return Object.assign(hub, { ports: portsOf(hub, process) });
}

/** The hub's programme starts again on the same tables. */
export function restartHub(hub: SimulatedHub, plant: (ports: HubPorts) => HubPorts): void {
  hub.process = hub.schedule.start('hub');
  hub.ports = plant(portsOf(hub, hub.process));
}

function portsOf(hub: SimulatedHub, process: Process): HubPorts {
  const { schedule, tables } = hub;
  return {
    crypto: fakeHubCrypto(() => hub.keys, process, schedule),
    rules,
    hubEpoch: hub.epoch,
    lease: () => ({ until: null, pinUntil: null }),
    async findDevice(id) {
      await schedule.step(process);
      return tables.devices.get(id);
    },
    async transaction(_book, places, _entry, work) {
      while (hub.lock?.process.isAlive) await schedule.step(process);
      const lock = { process };
      hub.lock = lock;
      const { tx, commit } = openTransaction(hub, process, places);
      const result = await work(tx).catch((error: unknown) => {
        if (hub.lock === lock) hub.lock = undefined;
        throw error;
      });
      await schedule.step(process);
      commit();
      hub.lock = undefined;
      await schedule.step(process);
      return result;
    },
  };
}

/** Reads see their own writes; nobody else does before `commit`, which is one stroke. */
export function openTransaction(
  hub: SimulatedHub,
  process: Process,
  places: readonly string[],
): { readonly tx: HubTransaction; readonly commit: () => void } {
  const { tables, schedule } = hub;
  const own: HubTables = {
    devices: new Map(),
    ops: new Map(),
    records: new Map(),
    parked: new Map(),
    early: new Map(),
    quarantine: new Map(),
    lastNumber: tables.lastNumber,
  };
  const record = (id: string) => own.records.get(id) ?? tables.records.get(id);
  const isMine = (found: HubRecord | undefined) =>
    found !== undefined && places.includes(String(found.state.place.value));
  const parked = (device: string) => own.parked.get(device) ?? tables.parked.get(device) ?? [];
  const step = () => schedule.step(process);
  const tx: HubTransaction = {
    async device(id) {
      await step();
      return own.devices.get(id) ?? tables.devices.get(id);
    },
    async saveDevice(device) {
      await step();
      own.devices.set(device.id, device);
    },
    async verdicts(device, first, last) {
      await step();
      const seqs = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      return seqs.flatMap((seq) => {
        const kept = own.ops.get(`${device}.${seq}`) ?? tables.ops.get(`${device}.${seq}`);
        return kept === undefined ? [] : [kept.verdict];
      });
    },
    async keepOps(device, ops) {
      await step();
      for (const kept of ops) own.ops.set(`${device}.${kept.verdict.seq}`, kept);
    },
    async lookUp(keys) {
      await step();
      const found = keys.flatMap((key) => {
        const held = record(key);
        return held !== undefined && isMine(held) ? [[key, held.state] as const] : [];
      });
      const hidden = keys.filter((key) => record(key) !== undefined && !isMine(record(key)));
      return { records: new Map(found), hidden: new Set(hidden) };
    },
    ...(hub.epoch > 1 && {
      async awaited(device: string, keys: readonly string[]) {
        await step();
        const hasLeft = (key: string) => places.some((place) => record(key)?.placesEver.has(place));
        const waits = new Set([...tables.early.values(), ...own.early.values()].map(({ op }) => op?.id));
        const isAwaited = (key: string) => {
          const [maker = '', seq] = key.split('.');
          const row = own.devices.get(maker) ?? tables.devices.get(maker);
          return hasLeft(key) || waits.has(key) || (row !== undefined && (maker !== device || Number(seq) > row.acked));
        };
        return new Set(keys.filter(isAwaited));
      },
    }),
    async keepEarly(device, ops) {
      await step();
      for (const kept of ops) own.early.set(`${device}.${kept.verdict.seq}`, kept);
    },
    async saveRecords(states) {
      await step();
      for (const state of states) {
        mustHold(
          record(state.id) === undefined || isMine(record(state.id)),
          'row-level security let a foreign record be written',
        );
        const placesEver = new Set([...(record(state.id)?.placesEver ?? []), String(state.place.value)]);
        own.records.set(state.id, { state, number: ++own.lastNumber, placesEver });
      }
      return own.lastNumber;
    },
    async parked(device) {
      await step();
      return parked(device);
    },
    async park(device, envelope) {
      await step();
      own.parked.set(device, [...parked(device).filter(({ id }) => id !== envelope.id), envelope]);
    },
    async unpark(device, ids) {
      await step();
      own.parked.set(
        device,
        parked(device).filter(({ id }) => !ids.includes(id)),
      );
    },
    async quarantine(device, envelopeId, why, lines) {
      await step();
      own.quarantine.set(`${device} ${envelopeId} ${why}`, lines);
    },
    async markDirty() {
      await step();
    },
  };
  return { tx, commit: () => commitTables(tables, own) };
}

function commitTables(tables: HubTables, own: HubTables): void {
  for (const [key, kept] of own.ops) {
    mustHold(!tables.ops.has(key), `op ${key} was applied twice`);
    tables.ops.set(key, kept);
  }
  for (const [key, device] of own.devices) {
    // An envelope moves neither places nor epoch, nor lifts an order: they may have been moved meanwhile.
    const { places = device.places, former = [], epoch = device.epoch, status } = tables.devices.get(key) ?? device;
    tables.devices.set(key, { ...device, places, former, epoch, status: status === 'active' ? device.status : status });
  }
  for (const [key, record] of own.records) tables.records.set(key, record);
  for (const [key, parked] of own.parked) tables.parked.set(key, parked);
  for (const [key, early] of own.early) tables.early.set(key, early);
  for (const [key, lines] of own.quarantine) tables.quarantine.set(key, lines);
  tables.lastNumber = own.lastNumber;
}

/** What a device may hold now. */
export function visibleRecords({ records }: HubTables, { places }: DeviceRow): readonly RecordState[] {
  return [...records.values()].map(({ state }) => state).filter((state) => places.includes(String(state.place.value)));
}

/** `GET /sync/changes` as one snapshot read. */
export function readChangesOf(
  { tables, schedule, epoch: hubEpoch }: SimulatedHub,
  deviceId: string,
  after: number,
): Changes {
  const device = tables.devices.get(deviceId);
  mustHold(device !== undefined, 'a known device asks');
  const standing = { hubTime: schedule.now(), hubEpoch, epoch: device.epoch };
  const { places, status } = device;
  if (status !== 'active') return { ...standing, rows: [], cursor: after, more: false, total: 0 };
  const due = [...tables.records.values()]
    .filter(({ number, placesEver }) => number > after && places.some((place) => placesEver.has(place)))
    .sort((a, b) => a.number - b.number);
  const page = due.slice(0, pageRows);
  const more = due.length > page.length;
  const rows = page.map(({ state }) =>
    places.includes(String(state.place.value)) ? toRow(state) : { k: state.kind, id: state.id, gone: true as const },
  );
  const cursor = more ? (page.at(-1)?.number ?? after) : Math.max(after, tables.lastNumber);
  const digest = more ? {} : { digest: rootDigest(digestRecords(visibleRecords(tables, device), sha256)) };
  return {
    rows,
    cursor,
    more,
    total: due.length,
    ...standing,
    ...digest,
  };
}
