import { expect } from 'vitest';
import { birthForm } from '../../src/catalogue/forms/life/birth.ts';
import { catalogue } from '../../src/catalogue/index.ts';
import { civilDay } from '../../src/domain/calendar/civil-date.ts';
import { checksOf } from '../../src/domain/catalogue.ts';
import type { Value } from '../../src/domain/value.ts';
import type { HubLine } from '../../src/seal/hub-request.ts';
import { commit } from '../../src/sync/phone/commit.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import { seenOf } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import type { SyncState } from '../../src/workers/api/phone-api.ts';
import type { RoadApi } from '../../src/workers/api/road-api.ts';
import type { TransferApi } from '../../src/workers/api/transfer-api.ts';
import { openClearMetadata } from '../../src/workers/clear-metadata.ts';
import { createDoor } from '../../src/workers/door.ts';
import { lineOf } from '../../src/workers/ports/hub-line.ts';
import { createRecording, type Recording } from '../../src/workers/recording/recording.ts';
import { createSaving } from '../../src/workers/recording/saving.ts';
import type { Session } from '../../src/workers/session.ts';
import { createCarrying } from '../../src/workers/syncing/carrying/carrying.ts';
import { createSyncing, type Syncing } from '../../src/workers/syncing/syncing.ts';
import { inventedPhone, pin } from '../workers/invented-phone.ts';
import type { JourneyHub } from './commune.ts';

interface Work extends Recording {
  readonly session: Session;
  readonly syncing: Syncing;
}

/** A real phone, real vault, store, register and sync, on a hub of this process. Offline unless it syncs. */
export interface JourneyPhone {
  readonly work: () => Work;
  /** Edits one field with what this phone sees of it as seen, as a later form will. */
  edit(id: string, field: string, value: Value): Promise<void>;
  /** Takes back one record alone, which the app itself never does. */
  voidRecord(id: string): Promise<void>;
  sync(): Promise<SyncState>;
  /** Its clock stands so many ms off the hub's from now on. */
  setClock(offset: number): void;
  /** The app is killed; opened again and unlocked. */
  reopen(): Promise<void>;
  readonly line: () => HubLine;
  /** What it keeps in clear, and how verdicts take effect there. */
  readonly roads: () => RoadApi;
  /** Files of a register, as its officer opens and takes them. */
  readonly transfers: () => Promise<TransferApi>;
  /** Its flash. */
  readonly indexedDB: IDBFactory;
}

/** Two rounds, so that what the last of them wrote reaches the first; each ends at one with the hub, nothing left over. */
export async function syncUntilAgreed(hub: JourneyHub, phones: readonly JourneyPhone[]): Promise<void> {
  for (const phone of [...phones, ...phones])
    expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
}

export async function openPhone(hub: JourneyHub, code: string): Promise<JourneyPhone> {
  const { ports, line, indexedDB } = await inventedPhone((url, init) => hub.answer(url, init));
  const clear = openClearMetadata(ports.indexedDB);
  let session: Session | undefined;
  let clockOffset = 0;
  const openDoor = () =>
    createDoor(ports, clear, {
      onChange: () => undefined,
      onOpen(opened) {
        session = opened;
      },
    });
  let parts: Work | undefined;
  const build = async () => {
    if (session === undefined) throw new Error('the phone is locked');
    await session.store.loaded;
    const recording = createRecording(createSaving(ports, session), session);
    const syncing = createSyncing(ports, clear, session, { state: () => undefined, save: recording.save });
    await syncing.settle();
    parts = { ...recording, session, syncing };
  };
  const work = () => {
    if (parts === undefined) throw new Error('the phone is locked');
    line.clock = hub.clock.now + clockOffset;
    return parts;
  };

  const write = async (id: string, draft: (state: RecordState) => OpDraft) => {
    const { store, crypto, sender } = work().session;
    const state = store.shown(id);
    if (state === undefined) throw new Error(`${id} is not on this phone`);
    await commit(store, crypto, sender, [draft(state)], ports.now, civilDay(ports.now()));
  };

  line.clock = hub.clock.now;
  const door = openDoor();
  const activated = await door.activate(code);
  if (!activated.ok) throw new Error(activated.error);
  await door.choosePin(pin);
  await build();
  return {
    work,
    indexedDB,
    roads: () => createCarrying({ session: work().session, clear, settle: work().syncing.settle }),
    async transfers() {
      const { createTransferring } = await import('../../src/workers/answering/transfer/transferring.ts');
      const { session: opened } = work();
      const saving = createSaving(ports, opened);
      return createTransferring({ session: opened, saving, notes: opened.transfers, now: ports.now });
    },
    line: () => lineOf(ports, work().session),
    edit: (id, field, value) =>
      write(id, (state) => ({ ...named(state), put: { [field]: value }, seen: seenOf(state, [field]) })),
    voidRecord: (id) =>
      write(id, (state) => ({ ...named(state), void: { reason: 'ghi nhầm' }, seen: seenOf(state, ['void']) })),
    async sync() {
      // Minutes pass between two contacts; nobody is slowed down for asking too often.
      hub.clock.now += 60_000;
      return work().syncing.run();
    },
    setClock(offset) {
      clockOffset = offset;
    },
    async reopen() {
      work().session.store.close();
      const opened = await openDoor().unlock(pin);
      if (!opened.ok) throw new Error(opened.error.why);
      await build();
    },
  };
}

function named({ kind, id, place }: RecordState): Pick<OpDraft, 'kind' | 'id' | 'place'> {
  return { kind, id, place: String(place.value) };
}

/** What a birth may be asked about. */
const doubts: readonly string[] = checksOf(catalogue, birthForm).flatMap(({ id, strength }) =>
  strength === 'ask' ? id : [],
);

/** Saves a birth by the form, whatever it asks about. @returns its transaction, and the ids of (first) child and birth */
export async function recordBirth(
  phone: JourneyPhone,
  household: string,
  answers: { readonly [field: string]: Value } = {},
): Promise<{ readonly transaction: string; readonly child: string; readonly birth: string }> {
  const { session, record } = phone.work();
  const [mother] = session.register.formContext('birth', household).choices.mother ?? [];
  if (mother === undefined) throw new Error(`nobody in ${household} can be a mother`);
  const usual = { mother: mother.value, sex: 'female', date: '2026-11-20', order: 1, deliveryPlace: 'station' };
  const twins = answers.multiple === true ? { sex2: 'female', hasThird: false } : {};
  const given = { ...usual, multiple: false, ...twins, ...answers };
  const saved = await record('birth', household, given, doubts);
  if (!saved.ok) throw new Error(`not saved: ${saved.error.map(({ check }) => check).join()}`);
  const [child, birth] = saved.value.records;
  if (child === undefined || birth === undefined) throw new Error('a birth is a child and a fact');
  return { transaction: saved.value.transaction, child: child.id, birth: birth.id };
}

/** Households of a village in which somebody can give birth. */
export function fertileHouseholds(phone: JourneyPhone, village: string): readonly string[] {
  const { register } = phone.work().session;
  return register
    .village(village)
    .households.map(({ id }) => id)
    .filter((id) => (register.formContext('birth', id).choices.mother ?? []).length > 0);
}
