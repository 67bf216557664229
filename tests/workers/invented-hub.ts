import { createHash } from 'node:crypto';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { makeSample } from '../../src/sample/sample.ts';
import { makeHubCrypto } from '../../src/seal/hub-crypto.ts';
import { fingerprintOf, generateHubKeys, openHubKeys } from '../../src/seal/hub-keys.ts';
import { verifyActivation, verifyRequest } from '../../src/seal/request-signature.ts';
import type { Activation } from '../../src/sync/activation.ts';
import { acceptEnvelope, signContact } from '../../src/sync/hub/accept.ts';
import type { DeviceRow, HubPorts, HubTransaction, KeptOp } from '../../src/sync/hub-ports.ts';
import { opId } from '../../src/sync/op.ts';
import { pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toRow } from '../../src/sync/records/row.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { splitUpload } from '../../src/sync/wire/upload-bytes.ts';
import { subtle } from '../vault/node-argon.ts';

export const noon = Date.UTC(2026, 10, 22, 5);
export const officerCode = 'K7M2QWX9PB';
export const collaboratorCode = 'H3N4RTY8ZC';

/** A hub in memory that judges with the real core: real signatures, real seals, the demo commune. `check`: what it refuses. */
export async function inventedHub(check: HubPorts['rules']['check'] = () => undefined) {
  const keys = await openHubKeys(subtle, await generateHubKeys(subtle));
  const sample = makeSample({
    seed: 7,
    today: '2026-11-22',
    communeCode: '99001',
    households: [60, 20],
    yearsOfFacts: 0.5,
    hasDemoHousehold: true,
    device: 'hub1',
    user: 'u0',
    writtenAt: noon - 86_400_000,
  });
  const records = new Map<string, { readonly state: RecordState; readonly number: number }>();
  const devices = new Map<string, DeviceRow>();
  const ops = new Map<string, KeptOp>();
  let lastNumber = 0;
  for (const op of sample.ops) {
    records.set(op.id, { state: mergeOp(records.get(op.id)?.state, op, op.at), number: ++lastNumber });
  }
  const villages = sample.units.filter((unit) => unit.level === 'village').map(({ id }) => id);
  const clock = { now: noon };
  const seen: { url: string; headers: Headers; text: string }[] = [];

  const transaction: HubTransaction = {
    device: async (id) => devices.get(id),
    saveDevice: async (device) => void devices.set(device.id, device),
    verdicts: async (device, first, last) =>
      [...ops.entries()].flatMap(([key, kept]) => {
        const { seq } = kept.verdict;
        return key === opId(device, seq) && seq >= first && seq <= last ? [kept.verdict] : [];
      }),
    keepOps: async (device, kept) => {
      for (const one of kept) ops.set(opId(device, one.verdict.seq), one);
    },
    lookUp: async (wanted) => ({
      records: new Map(
        wanted.flatMap((id) => (records.has(id) ? [[id, records.get(id)?.state ?? never()] as const] : [])),
      ),
      hidden: new Set(),
    }),
    saveRecords: async (states) => {
      for (const state of states) records.set(state.id, { state, number: ++lastNumber });
      return lastNumber;
    },
    parked: async () => [],
    park: async () => undefined,
    unpark: async () => undefined,
    quarantine: async () => undefined,
    markDirty: async () => undefined,
  };

  const hash = (bytes: Uint8Array | string) => new Uint8Array(createHash('sha256').update(bytes).digest());
  const gunzip = (bytes: Uint8Array, maxOutputLength: number) => new Uint8Array(gunzipSync(bytes, { maxOutputLength }));
  const ports: HubPorts = {
    crypto: makeHubCrypto({ subtle: subtle, hash, keys, gunzip }),
    rules: { check, disagrees: () => false, months: () => [] },
    hubEpoch: 1,
    lease: ({ status }, now) =>
      status === 'revoked' ? { until: now, pinUntil: now } : { until: null, pinUntil: null },
    findDevice: async (id) => devices.get(id),
    transaction: async (_book, _places, _entry, work) => work(transaction),
  };

  async function activate(body: string): Promise<Response> {
    const { code, signKey, proof } = JSON.parse(body);
    const role = code === officerCode ? 'officer' : code === collaboratorCode ? 'collaborator' : undefined;
    if (!(await verifyActivation(subtle, code, signKey, proof))) return json({ error: 'bad_request' }, 400);
    if (role === undefined) return json({ error: 'wrong_code' }, 404);
    const known = [...devices.values()].find((device) => device.role === role);
    if (known !== undefined && known.signKey !== signKey) return json({ error: 'used_code' }, 409);
    const places = role === 'officer' ? [sample.commune.id, ...villages] : villages.slice(0, 1);
    const device = known ?? {
      id: `dev${devices.size + 1}`,
      book: 'b1',
      user: `u${devices.size + 1}`,
      role,
      places,
      epoch: 1,
      status: 'active' as const,
      signKey,
      acked: 0,
      chain: firstChain,
      lastStamp: [0, 0] as const,
    };
    devices.set(device.id, device);
    const answer: Activation = {
      device: device.id,
      user: device.user,
      userName: 'Trần Thị Bích',
      role,
      book: 'b1',
      places,
      units: sample.units,
      epoch: 1,
      hubEpoch: 1,
      hubTime: clock.now,
      keys: keys.pinned,
      lease: { until: null, pinUntil: null },
      pinWindowDays: null,
    };
    return json(answer);
  }

  async function changes(device: DeviceRow, after: number): Promise<Response> {
    const contact = await signContact(ports, device, clock.now, undefined);
    const standing = { hubTime: clock.now, hubEpoch: 1, epoch: 1 };
    if (device.status !== 'active')
      return json({ rows: [], cursor: after, more: false, total: 0, ...standing, contact });
    const mine = [...records.values()].filter(({ state }) => device.places.includes(String(state.place.value)));
    const due = mine.filter(({ number }) => number > after).sort((a, b) => a.number - b.number);
    const page = due.slice(0, 150);
    const more = page.length < due.length;
    const cursor = more ? (page.at(-1)?.number ?? after) : lastNumber;
    const digest = more
      ? {}
      : {
          digest: rootDigest(
            digestRecords(
              mine.map(({ state }) => state),
              hash,
            ),
          ),
        };
    const rows = page.map(({ state }) => toRow(state));
    return json({ rows, cursor, more, total: due.length, ...standing, ...digest, ...(more ? {} : { contact }) });
  }

  /** Of a first load. */
  function pageOf(device: DeviceRow, of: string, after: number): Response {
    const mine = [...records.values()].filter(({ state }) => device.places.includes(String(state.place.value)));
    const inPlace = (place: string) => mine.filter(({ state }) => state.place.value === place);
    const due = inPlace(of)
      .filter(({ number }) => number > after)
      .sort((a, b) => a.number - b.number);
    const part = due.slice(0, 150);
    const states = part.map(({ state: { superseded: _here, ...state } }) => state);
    const page = toBase64url(deflateRawSync(pageToBytes(toColumns(states))));
    const places = device.places.map((place) => [place, inPlace(place).length]);
    const at = { cursor: part.at(-1)?.number ?? after, more: part.length < due.length, total: due.length };
    const standing = { hubTime: clock.now, hubEpoch: 1, epoch: 1 };
    return json({ of, rows: [], pages: [[of, page]], book: { last: lastNumber, places }, ...at, ...standing });
  }

  function pull(device: DeviceRow, asked: URLSearchParams): Response | Promise<Response> {
    const [after, place] = [Number(asked.get('after')), asked.get('place')];
    return place === null ? changes(device, after) : pageOf(device, place.split(',')[0] ?? '', after);
  }

  async function answer(url: string, init: RequestInit): Promise<Response> {
    const request = new Request(`http://hub${url}`, init);
    const body = new Uint8Array(await request.arrayBuffer());
    seen.push({ url, headers: request.headers, text: Buffer.from(body).toString() });
    if (url === '/activate') return activate(Buffer.from(body).toString());
    const [id, time, signature] = ['x-device', 'x-time', 'x-signature'].map((name) => request.headers.get(name) ?? '');
    const device = devices.get(id ?? '');
    const asked = { method: request.method, path: url, body };
    const isTheirs =
      device !== undefined && (await verifyRequest(subtle, device.signKey, asked, Number(time), signature ?? ''));
    if (!isTheirs) return json({ refused: 'device', hubTime: clock.now }, 401);
    if (Math.abs(Number(time) - clock.now) > 300_000) return json({ refused: 'time', hubTime: clock.now }, 401);
    if (url.startsWith('/sync/changes')) return pull(device, new URL(url, 'http://hub').searchParams);
    const envelopes = splitUpload(body);
    if (!envelopes.ok) return json({ error: envelopes.error }, 400);
    const verdicts = [];
    for (const bytes of envelopes.value) verdicts.push(await acceptEnvelope(ports, bytes, clock.now));
    return json({ verdicts });
  }

  const fingerprint = () => fingerprintOf(subtle, keys.pinned);
  return { answer, fingerprint, clock, records, ops, devices, seen, sample, villages, ports };
}

function json(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json' } });
}

function never(): never {
  throw new Error('a record that is there has a state');
}
