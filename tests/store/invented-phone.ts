import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { makeDeviceCrypto } from '../../src/seal/device-crypto.ts';
import { generateSignKey } from '../../src/seal/signature.ts';
import type { DateFields } from '../../src/store/confirmed/whole-shown.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openPhoneStore } from '../../src/store/phone-store.ts';
import type { SearchIndex, ShownRecord } from '../../src/store/state.ts';
import { type Committed, commit } from '../../src/sync/phone/commit.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import { type Columns, fromColumns } from '../../src/sync/records/columns/columns.ts';
import { noRows } from '../../src/sync/records/columns/whole-rows.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';
import { workingKey } from '../../src/vault/data-key.ts';
import { createSealer } from '../../src/vault/sealer.ts';
import { random, subtle } from '../vault/node-argon.ts';

export const noon = 1_795_310_584_000;

const slimFields = { household: ['number'], person: ['fullName', 'birthDate', 'sex', 'household'] };
const pause = async () => undefined;

/** A phone's flash with a data key: opened as often as the story needs, each time as a new process. */
export async function inventedPhone(given: { readonly key?: Uint8Array<ArrayBuffer> } = {}) {
  const indexedDB = new IDBFactory();
  const key = await workingKey(subtle, given.key ?? random(32));
  const sealer = createSealer({ subtle, random }, key, 'u12');
  const { privateKey } = await generateSignKey(subtle);
  const hub = await hubKeys();
  const crypto = makeDeviceCrypto({ subtle, random, signKey: privateKey, hubKeys: hub });
  const ports = { indexedDB, keyRange: IDBKeyRange };

  async function start(dateFields: DateFields = { move_out: 'date' }) {
    const shown = new Map<string, RecordState>();
    const database = await openDatabase(ports, 'dev1');
    const searchable = new Map<string, { readonly fields: object }>();
    const listener = {
      finds: ({ pages, apart, changed }: SearchIndex) => {
        for (const state of pages.flatMap(fromColumns)) if (!apart.has(state.id)) searchable.set(state.id, state);
        for (const { state } of changed) searchable.set(state.id, state);
      },
      opens: (page: Columns, apart: ReadonlySet<string>) => {
        for (const state of fromColumns({ ...page, rows: noRows }))
          if (!apart.has(state.id)) shown.set(state.id, state);
      },
      shows: (records: readonly ShownRecord[]) => {
        for (const { state } of records) shown.set(state.id, state);
      },
      hides: (ids: readonly string[]) => {
        for (const id of ids) shown.delete(id);
      },
    };
    const store = await openPhoneStore({ database, sealer, slimFields, dateFields, listener, pause, now: () => noon });
    await store.loaded;
    const sender = { device: 'dev1', user: 'u12', epoch: 1, keyId: hub.sealId };
    const save = (drafts: readonly OpDraft[]): Promise<Committed> =>
      commit(store, crypto, sender, drafts, () => noon, '2026-11-22');
    return { store, database, shown, searchable, save };
  }
  return { indexedDB, sealer, crypto, hub, start, ports };
}

async function hubKeys() {
  const sealing = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const verdict = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const raw = async (key: CryptoKey) => toBase64url(new Uint8Array(await subtle.exportKey('raw', key)));
  return {
    sealId: 's1',
    seal: await raw(sealing.publicKey),
    verdictId: 'v1',
    verdict: await raw(verdict.publicKey),
  };
}

/** A confirmed person as the hub would send her. */
export function person(id: string, fullName: string, place = 'v1', household = 'h.1'): RecordState {
  const head = (value: string) => ({ op: id, value, stamp: [noon - 1000, 0] as const, user: 'u1' });
  const fields = { fullName: [head(fullName)], birthDate: [head('1998-05')], household: [head(household)] };
  return { kind: 'person', id, place: head(place), fields, life: [] };
}

/** A pulled page of rows. */
export function rows(after: number, confirmed: readonly RecordState[], gone: readonly string[] = []) {
  const cursor = after + confirmed.length + gone.length;
  return { after, cursor, hubEpoch: 1, confirmed, gone, clock: [noon - 1000, 0] as const };
}

/** Everything that stands in any database of this phone, as text: bytes once as UTF-8 and once as UTF-16. */
export async function everyStoredByte(indexedDB: IDBFactory): Promise<string> {
  const texts: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name ?? ''));
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const found = await Promise.all([asked(store.getAll()), asked(store.getAllKeys())]);
      texts.push(textOf(found));
    }
    database.close();
  }
  return texts.join('\n');
}

function textOf(value: unknown): string {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    const bytes = Buffer.from(value instanceof ArrayBuffer ? new Uint8Array(value) : value);
    return `${bytes.toString('utf8')}${bytes.toString('utf16le')}`;
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, item]) => `${key}:${textOf(item)}`)
      .join(' ');
  return String(value);
}

export function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
