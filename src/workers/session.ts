import { catalogue } from '../catalogue/index.ts';
import { civilDay } from '../domain/calendar/civil-date.ts';
import { createPlaces } from '../register/places.ts';
import { createRegister, type Register } from '../register/register.ts';
import { createNameIndex } from '../register/search/name-index.ts';
import { createSlimSearch } from '../register/search/slim-search.ts';
import { makeDeviceCrypto, type PreparedCrypto } from '../seal/device-crypto.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createNotes, type NoteBox } from '../store/notes.ts';
import type { SenderRecord } from '../store/outbox.ts';
import { type OpenPhoneStore, openPhoneStore } from '../store/phone-store.ts';
import type { RecordsListener, SearchIndex } from '../store/state.ts';
import type { Sender } from '../sync/phone/commit.ts';
import type { DeviceScope } from '../sync/units-change.ts';
import type { DataKey } from '../vault/data-key.ts';
import { createSealer } from '../vault/sealer.ts';
import { openPeople, type People } from './activating/people.ts';
import { activationNote, type KeptActivation, settingsShelf, whoOf } from './activating/who.ts';
import { dateFieldsOf, slimFieldsOf } from './answering/slim-fields.ts';
import type { Who } from './api/phone-api.ts';
import { breath } from './ports/breath.ts';
import { knownAhead, type PhoneClock, rightTime } from './ports/clock.ts';
import type { PhonePorts } from './ports/phone-ports.ts';

/** An unlocked phone: keys in use, store open, register in memory. */
export interface Session {
  readonly who: Who;
  readonly activation: KeptActivation;
  readonly people: People;
  readonly record: SenderRecord;
  readonly sender: Sender;
  readonly crypto: PreparedCrypto;
  readonly store: OpenPhoneStore;
  /** What is known of this phone's clock: learnt at each contact. */
  readonly clock: PhoneClock;
  /** How far it is ahead of the hub's, ms; null where that is not known. */
  readonly clockOffset: () => number | null;
  /** ms since 1970 by the phone's clock, put right where that is wrong: for days and stamps. */
  readonly now: () => number;
  readonly register: Register;
  /** By the search index until every page is in the register. */
  readonly search: Register['search'];
  /** Looks at people's own panels, one sealed note a person. */
  readonly looks: NoteBox;
  /** What was imported last, how lists were read, which extracts were made. */
  readonly transfers: NoteBox;
  /** The hub's last certificate; envelopes of others that this phone carries. */
  readonly proofs: NoteBox;
  readonly carried: NoteBox;
  /** Changes of villages that were asked of the hub. */
  readonly unitsAsked: NoteBox;
  /** Keeps, sealed, what the hub says of this device's places; names and boundaries hold from the next answer on. */
  learn(scope: DeviceScope & Pick<KeptActivation, 'hubEpoch'>): Promise<void>;
  /** Seals to these keys of the hub from now on, and believes them. */
  useHub(hub: SenderRecord['hub']): void;
}

const slimFields = slimFieldsOf(catalogue.records);
const dateFields = dateFieldsOf(catalogue.records);
const looksShelf = 'looks';
const transfersShelf = 'transfers';
const unitsShelf = 'units';
const proofsShelf = 'proofs';
const carriedShelf = 'carried';

/**
 * Opens a device's store under its data key; `undefined` when what it knows of itself does not open.
 * @param early its database, where it was opened while the PIN was typed
 */
export async function openSession(
  ports: PhonePorts,
  key: DataKey,
  record: SenderRecord,
  clock: PhoneClock,
  onChange: () => void,
  early: Promise<Database> = openDatabase(ports, record.device),
): Promise<Session | undefined> {
  const database = await early;
  const sealer = createSealer(ports, key, record.device);
  const settings = createNotes(database, sealer, settingsShelf);
  const known = await settings.get<KeptActivation>(activationNote);
  if (known === undefined) {
    database.close();
    return undefined;
  }
  let activation = known;
  const places = createPlaces(activation.units);
  const now = () => rightTime(clock, ports.now());
  const clockOffset = () => knownAhead(clock, ports.now()) ?? null;
  const today = () => civilDay(now());
  const people = await openPeople(activation, settings);
  const names = createNameIndex();
  let isWhole = false;
  const register = createRegister({
    names: () => (isWhole ? names : undefined),
    catalogue,
    units: activation.units,
    today,
    role: activation.role,
    nameOf: people.nameOf,
  });
  let find = register.search;
  const listener = {
    finds(index: SearchIndex) {
      find = createSlimSearch({ catalogue, places, ...index }, names);
    },
    opens(...[page, apart, isAmongMany]: Parameters<RecordsListener['opens']>) {
      register.shelve(page, apart, isAmongMany);
      if (isAmongMany !== true) onChange();
    },
    shows(shown: Parameters<Register['apply']>[0]) {
      register.apply(shown);
      if (shown.length > 0) onChange();
    },
    hides(ids: readonly string[]) {
      register.remove(ids);
      onChange();
    },
  };
  const store = await openPhoneStore({
    database,
    sealer,
    slimFields,
    dateFields,
    listener,
    pause: breath,
    now: ports.now,
  });
  const turnToRegister = (): void => {
    isWhole = true;
    find = register.search;
  };
  // Pages that could not be read at all are told by whoever asked for them; what was found until then still is.
  store.afterLoading.then(turnToRegister, () => undefined);
  const search: Register['search'] = (text, limit) => find(text, limit);
  const { subtle, random } = ports;
  let own = record;
  const cryptoOf = ({ signKey, hub }: SenderRecord) => makeDeviceCrypto({ subtle, random, signKey, hubKeys: hub });
  let crypto = cryptoOf(own);
  const senderOf = ({ device, user, epoch }: KeptActivation): Sender => ({
    device,
    user,
    epoch,
    keyId: own.hub.sealId,
  });
  let [who, sender] = [whoOf(activation), senderOf(activation)];
  return {
    get who() {
      return who;
    },
    get activation() {
      return activation;
    },
    get sender() {
      return sender;
    },
    get record() {
      return own;
    },
    get crypto() {
      return crypto;
    },
    people,
    store,
    clock,
    clockOffset,
    now,
    register,
    search,
    looks: createNotes(database, sealer, looksShelf),
    transfers: createNotes(database, sealer, transfersShelf),
    proofs: createNotes(database, sealer, proofsShelf),
    carried: createNotes(database, sealer, carriedShelf),
    unitsAsked: createNotes(database, sealer, unitsShelf),
    async learn(scope) {
      const next = { ...activation, ...scope };
      await settings.put(activationNote, next);
      activation = next;
      [who, sender] = [whoOf(next), senderOf(next)];
      places.replace(next.units);
      register.replaceUnits(next.units);
      onChange();
    },
    useHub(hub) {
      own = { ...own, hub };
      // Both at once: what is sealed to a key must name it.
      [crypto, sender] = [cryptoOf(own), senderOf(activation)];
    },
  };
}
