import { good } from '../../src/domain/outcome.ts';
import type { HubPorts, HubTransaction } from '../../src/sync/hub-ports.ts';
import { compareStamps } from '../../src/sync/stamp.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';
import { firstChain, nextChain } from '../../src/sync/wire/chain.ts';
import { parseEnvelope } from '../../src/sync/wire/envelope-bytes.ts';
import { lineHash } from '../../src/sync/wire/line.ts';
import { openVerdict, verdictPayload } from '../../src/sync/wire/verdict-bytes.ts';
import { sha256 } from './crypto.ts';
import { openTransaction, type SimulatedHub } from './hub/hub.ts';
import type { Plant } from './plant.ts';
import { plantedAroundPlaces } from './planted/around-places.ts';
import type { Process, Schedule } from './schedule.ts';

/* Bugs that engineers of such programmes have really written. Each must be found by the simulator. */

/** Puts `change` around what a transaction of the hub sees. */
function aroundTransaction(change: (tx: HubTransaction, hub: SimulatedHub) => Partial<HubTransaction>): Plant {
  return {
    hub: (ports, hub) => ({
      ...ports,
      transaction: (book, places, entry, work) =>
        ports.transaction(book, places, entry, (tx) => work({ ...tx, ...change(tx, hub) })),
    }),
  };
}

/** A disk that takes its time between two strokes which should have been one. */
export async function slowly(schedule: Schedule, process: Process): Promise<void> {
  for (let wait = 0; wait < 20; wait++) await schedule.step(process);
}

/** Opens a transaction itself, so that the plant decides when it is locked and committed. */
function ownTransaction(
  run: (
    hub: SimulatedHub,
    places: readonly string[],
    work: (tx: HubTransaction) => Promise<unknown>,
  ) => Promise<unknown>,
): Plant {
  return {
    hub: (ports, hub) => {
      const transaction = (_book: string, places: readonly string[], _entry: Uint8Array, work: never) =>
        run(hub, places, work);
      return { ...ports, transaction: transaction as HubPorts['transaction'] };
    },
  };
}

const acknowledgeBeforeCommit = ownTransaction(async (hub, places, work) => {
  const { process, schedule } = hub;
  while (hub.lock?.process.isAlive) await schedule.step(process);
  hub.lock = { process };
  const { tx, commit } = openTransaction(hub, process, places);
  const result = await work(tx);
  schedule.spawn(async () => {
    for (let wait = 0; wait < 12; wait++) await schedule.step(process);
    commit();
    hub.lock = undefined;
  });
  return result;
});

const noLock = ownTransaction(async (hub, places, work) => {
  const { tx, commit } = openTransaction(hub, hub.process, places);
  const result = await work(tx);
  await hub.schedule.step(hub.process);
  commit();
  return result;
});

/** Numbers given out beforehand: a lower one may commit after a reader has passed it. */
const numbersBeforeCommit: Plant = {
  hub: (ports, hub) => ({
    ...ports,
    transaction: (book, places, entry, work) => {
      const reserved = hub.tables.lastNumber + 1;
      return ports.transaction(book, places, entry, async (tx) => {
        const result = await work(tx);
        hub.tables.lastNumber = Math.max(hub.tables.lastNumber, reserved + 3);
        for (let wait = 0; wait < 8; wait++) await hub.schedule.step(hub.process);
        return result;
      });
    },
  }),
};

/** The chain head of a device after this many of its ops, as only a simulator can know it. */
function chainAfter(hub: SimulatedHub, lines: ReadonlyMap<number, string>, last: number): string {
  const hashes = Array.from({ length: last }, (_, index) => lineHash(lines.get(index + 1) ?? '', sha256));
  return nextChain(firstChain, hashes, hub.ports.crypto.hash);
}

function standAt(place: (firstSeq: number, acked: number) => number, forgets: boolean): Plant {
  const lines = new Map<string, Map<number, string>>();
  return {
    store: (store, { phone }) => {
      lines.set(phone.device, phone.written);
      return store;
    },
    hub: (ports, hub) => ({
      ...ports,
      transaction(book, places, entry, work) {
        const parsed = parseEnvelope(entry.subarray(8));
        const firstSeq = parsed.ok ? parsed.value.header.f : 1;
        return ports.transaction(book, places, entry, (tx) =>
          work({
            ...tx,
            ...(forgets ? { verdicts: async () => [], keepOps: async () => undefined } : {}),
            async device(id) {
              const row = await tx.device(id);
              const acked = row && place(firstSeq, row.acked);
              if (row === undefined || acked === row.acked || acked === undefined) return row;
              return { ...row, acked, chain: chainAfter(hub, lines.get(id) ?? new Map(), acked) };
            },
          }),
        );
      },
    }),
  };
}

const gapApplied = standAt((firstSeq, acked) => Math.max(acked, firstSeq - 1), false);

/** Applies an envelope as often as it comes. */
const noDedupe: Plant = aroundDevice((firstSeq, acked) => Math.min(acked, firstSeq - 1));

function aroundDevice(place: (firstSeq: number, acked: number) => number): Plant {
  const plant = standAt(place, false);
  return {
    ...plant,
    hub: (ports, hub) => {
      const blind: HubPorts = {
        ...ports,
        transaction: (book, places, entry, work) =>
          ports.transaction(book, places, entry, (tx) => work({ ...tx, verdicts: async () => [] })),
      };
      return plant.hub?.(blind, hub) ?? blind;
    },
  };
}

const noTieBreak = aroundTransaction((tx) => ({
  async saveRecords(records) {
    const { records: before } = await tx.lookUp(records.map(({ id }) => id));
    const kept = records.map((record) => {
      const was = before.get(record.id)?.place;
      const ties = was !== undefined && compareStamps(was.stamp, record.place.stamp) === 0;
      return ties ? { ...record, place: was } : record;
    });
    return tx.saveRecords(kept);
  },
}));

const halfTransaction = aroundTransaction((tx, hub) => ({
  async keepOps(device, ops) {
    await tx.keepOps(device, ops);
    for (const kept of ops) hub.tables.ops.set(`${device}.${kept.verdict.seq}`, kept);
  },
}));

const deleteOnSend: Plant = {
  road: (road, { phone }) => ({
    ...road,
    async upload(envelopes) {
      const answer = await road.upload(envelopes);
      if (answer.ok) {
        for (const [id, { bytes }] of phone.tables.outbox)
          if (envelopes.includes(bytes)) phone.tables.outbox.delete(id);
      }
      return answer;
    },
  }),
  // What was deleted behind its back is checked as if the store had done it.
  store: (store) => store,
};

const cursorOutside: Plant = {
  store: (store, { phone, process, schedule }) => ({
    ...store,
    async receive(rows) {
      const after = phone.tables.cursor;
      if (rows.after === after) phone.tables.cursor = rows.cursor;
      await slowly(schedule, process);
      if (rows.after === after) phone.tables.cursor = after;
      await store.receive(rows);
    },
  }),
};

const believesAnyVerdict: Plant = { crypto: (crypto) => ({ ...crypto, isFromHub: async () => true }) };

const parkedLeaves: Plant = {
  store: (store) => ({ ...store, keepVerdict: (verdict, envelope) => store.keepVerdict(verdict, envelope, true) }),
};

const settleInTwoSteps: Plant = {
  store: (store, { process, schedule }) => ({
    ...store,
    async settle(settlement) {
      await store.settle({ ...settlement, refused: [] });
      await slowly(schedule, process);
      await store.settle({ ...settlement, confirmed: [], leavesPending: [], verdictIds: [] });
    },
  }),
};

/** A late answer is merged on top of rows that already hold it, and what has replaced it since. */
const lateAnswerOnTop: Plant = {
  store: (store) => ({
    ...store,
    async verdicts() {
      const stored = await store.verdicts();
      return stored.map(({ id, verdict }) => {
        const opened = openVerdict(verdict);
        const ops = opened?.ops.map(({ n: _number, ...op }) => op) ?? [];
        return {
          id,
          verdict: opened ? { ...verdict, payload: toBase64url(verdictPayload({ ...opened, ops })) } : verdict,
        };
      });
    },
  }),
  crypto: (crypto) => ({
    ...crypto,
    // The test's own change to the payload breaks its signature; only real forgeries ("another key") differ in key id.
    isFromHub: async (verdict) => (await crypto.isFromHub(verdict)) || openVerdict(verdict)?.hubTime !== 1,
  }),
};

const goneStays: Plant = {
  store: (store) => ({ ...store, receive: (rows) => store.receive({ ...rows, gone: [] }) }),
};

const acceptsCutAnswer: Plant = {
  road: (road) => ({
    ...road,
    async changes(after) {
      const answer = await road.changes(after);
      return answer.ok ? good({ ...answer.value, rows: answer.value.rows.slice(0, 3) }) : answer;
    },
  }),
};

export const plantedBugs: { readonly [name: string]: Plant } = {
  'acknowledge before commit': acknowledgeBeforeCommit,
  'no dedupe': noDedupe,
  'delete on send': deleteOnSend,
  'no tie-break': noTieBreak,
  'gap applied': gapApplied,
  'cursor outside the transaction': cursorOutside,
  'any verdict believed': believesAnyVerdict,
  'parked leaves the outbox': parkedLeaves,
  'no lock on the book': noLock,
  'half transaction on the hub': halfTransaction,
  'settled in two steps': settleInTwoSteps,
  'late answer on top': lateAnswerOnTop,
  'gone stays': goneStays,
  'cut page believed': acceptsCutAnswer,
  'numbers before the commit': numbersBeforeCommit,
  ...plantedAroundPlaces,
};
