import { inflateRawSync } from 'node:zlib';
import { readForeignPage } from '../../../src/sync/records/columns/binary/foreign-page.ts';
import { idsIn } from '../../../src/sync/records/columns/columns.ts';
import { sha256 } from '../../../src/sync/records/sha256.ts';
import type { Verdict } from '../../../src/sync/verdict.ts';
import { toBase64url, utf8 } from '../../../src/sync/wire/bytes.ts';
import type { Changes } from '../../../src/sync/wire/changes.ts';
import { writeRoadFile } from '../../../src/sync/wire/road-file.ts';
import { isSigned, openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import { thisMonth } from '../console/one-birth.ts';
import { makeKeys, requestActivation } from '../phone.ts';
import {
  type Asker,
  type ConsoleAsker,
  consoleAskers,
  type DeviceAsker,
  deviceAskers,
  firstPassword,
  type House,
  type Relation,
  type Spot,
} from './house.ts';

/* What each route says to each role of something that stands in each relation to it: one row a route. */

export interface Told {
  readonly status: number;
  readonly said: unknown;
}

export interface Row {
  /** Whoever knocks here is nobody yet: asked by nobody alone. */
  readonly isDoor?: true;
  readonly letIn: readonly Asker[];
  /** Those of them who are told more of what is theirs than of what there is not. */
  readonly tells: readonly Asker[];
  readonly ask: (house: House, asker: Asker, relation: Relation) => Promise<Told>;
}

const everybody: readonly Asker[] = ['nobody', ...deviceAskers, ...consoleAskers];
const exact: readonly Asker[] = ['approver', 'administrator'];
const working: readonly Asker[] = ['collaborator', 'officer'];

/** The names of what was asked about, and what differs from second to second, left out. */
function blot(text: string, { place, book, household }: Spot): string {
  const names = [household, place, book].reduce((all, name) => all.replaceAll(name, '·'), text);
  return names.replace(/"(hubTime|cursor)":\d+/g, '"$1":0');
}

async function told(answer: Response, spot: Spot): Promise<Told> {
  return { status: answer.status, said: blot(await answer.text(), spot) };
}

function isDevice(asker: Asker): asker is DeviceAsker {
  return deviceAskers.some((one) => one === asker);
}

function isConsole(asker: Asker): asker is ConsoleAsker {
  return consoleAskers.some((one) => one === asker);
}

/** As whoever it is comes in: signed, with a cookie, or with nothing. */
async function send(house: House, asker: Asker, method: string, path: string, body?: unknown): Promise<Response> {
  const { site, phones, cookies } = house;
  const text = body === undefined ? undefined : JSON.stringify(body);
  if (isDevice(asker)) return phones[asker].ask(method, path, text === undefined ? undefined : utf8(text));
  const headers = { 'content-type': 'application/json', cookie: isConsole(asker) ? cookies[asker] : '' };
  return site.request(path, { method, headers, ...(text !== undefined && { body: text }) });
}

function asks(method: string, path: string, body: (spot: Spot) => unknown): Row['ask'] {
  return async (house, asker, relation) => {
    const spot = house.spots[relation];
    return told(await send(house, asker, method, path, body(spot)), spot);
  };
}

/** One after the other: each may stop the next. */
async function inTurn<Item>(items: readonly Item[], ask: (item: Item) => Promise<Told>): Promise<Told> {
  const all: Told[] = [];
  for (const item of items) all.push(await ask(item));
  return { status: all[0]?.status ?? 0, said: all };
}

/** Writes a new household there, edits one that stands there, draws it to the own place, takes it back. */
async function write(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const spot = house.spots[relation];
  if (!isDevice(asker)) return told(await send(house, asker, 'POST', '/sync/envelopes', {}), spot);
  const phone = house.phones[asker];
  const { household: id, place } = spot;
  const drawnTo = asker === 'officer' && relation === 'neighbour' ? place : house.spots.own.place;
  const kind = 'household';
  const acts = [
    { kind, place, put: { number: 2, kind: 'family', poor: 'none' } },
    { kind, id, place, put: { address: 'Xóm Trên' }, seen: {} },
    { kind, id, place: drawnTo, put: { address: 'Xóm Dưới' }, seen: {} },
    { kind, id, place: drawnTo, void: { reason: 'ghi nhầm' }, seen: {} },
  ];
  return inTurn(acts, async (act) => {
    const [verdict] = await phone.upload((await phone.write([act])).envelope.bytes);
    return { status: 200, said: resultsOf(verdict) };
  });
}

function resultsOf(verdict: Verdict | undefined): unknown {
  return [verdict?.refused, verdict?.ops.map(({ result }) => result)];
}

/** Whether what stands there is among what comes: of all that there is, and of that place alone, as rows and as a page. */
async function pull(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const { place, household } = house.spots[relation];
  return inTurn(['', `&place=${place}`, `&as=page&place=${place}`], async (only) => {
    const answer = await send(house, asker, 'GET', `/sync/changes?after=0${only}`);
    if (answer.status !== 200) return told(answer, house.spots[relation]);
    const { rows, pages = [], total, cursor } = (await answer.json()) as Changes;
    const ids = [...rows.map(({ id }) => id), ...pages.flatMap(([, page]) => idsOn(page))];
    const isThere = ids.includes(household);
    // Of a place alone nothing else is told either: not how much there is, nor up to which number.
    return { status: 200, said: only === '' ? isThere : [isThere, ids.length, total, cursor] };
  });
}

function idsOn(page: string): readonly string[] {
  const read = readForeignPage(new Uint8Array(inflateRawSync(Buffer.from(page, 'base64url'))));
  if (!read.ok) throw new Error('the hub sent a page that is none');
  return [...idsIn(read.value)];
}

async function prove(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const { place, household } = house.spots[relation];
  const buckets = Array.from({ length: 32 }, (_, bucket) => `${place}/${bucket}`);
  const questions = [
    { ask: 'buckets', of: [place] },
    { ask: 'records', of: buckets },
    { ask: 'rows', of: [household] },
  ];
  return inTurn(questions, async (question) =>
    told(await send(house, asker, 'POST', '/sync/proof', question), house.spots[relation]),
  );
}

/** The certificate covers what the asker holds, whatever is asked. */
async function certify(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const spot = house.spots[relation];
  const answer = await send(house, asker, 'POST', '/sync/certificate', { place: spot.place });
  if (answer.status !== 200) return told(answer, spot);
  const { certificate } = (await answer.json()) as { readonly certificate?: unknown };
  const verdict = isSigned(certificate) ? openVerdict(certificate) : undefined;
  return { status: 200, said: [verdict?.device, verdict?.holds] };
}

async function askScope(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const answer = await send(house, asker, 'GET', '/sync/scope');
  if (answer.status !== 200) return told(answer, house.spots[relation]);
  const { places } = (await answer.json()) as { readonly places: readonly string[] };
  return { status: 200, said: places.includes(house.spots[relation].place) };
}

async function changeUnits(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const { place: unit } = house.spots[relation];
  const [own, into, date] = [house.spots.own.place, unit, '2026-01-05'];
  // What is hers is left to stand: other rows ask about it.
  const other = isHers(relation) ? unit : own;
  const changes = [
    { is: 'rename', unit, name: `Thôn ${relation}` },
    { is: 'join', unit, into: other, date },
    { is: 'join', unit: other, into, date },
    { is: 'split', unit, name: 'Thôn Mới', date, households: [], keepers: true },
    { is: 'undo', change: relation === 'stranger' ? house.strangeChange : 'nobodys' },
  ];
  return inTurn(changes, async (change) => {
    const id = `${relation}-${asker}-${change.is}-${toBase64url(crypto.getRandomValues(new Uint8Array(6)))}`;
    return told(await send(house, asker, 'POST', '/sync/units', { id, change }), house.spots[relation]);
  });
}

/** Of the commune in which everybody works who is asked for here. */
function isHers(relation: Relation): boolean {
  return relation === 'own' || relation === 'neighbour';
}

/** The console knows communes, not villages: a commune without a book here is one of another hub. */
function figure({ spots }: House, relation: Relation): string {
  return relation === 'own' ? spots.own.book : relation === 'absent' ? spots.absent.book : `b-${spots[relation].place}`;
}

function reads(path: string): Row['ask'] {
  return async (house, asker, relation) => {
    const book = figure(house, relation);
    const address = new URLSearchParams({ book, form: '01-DSX', row: '1', period: thisMonth });
    return told(await send(house, asker, 'GET', `${path}?${address}`), house.spots[relation]);
  };
}

async function askNames(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const look = { book: figure(house, relation), form: '01-DSX', row: '1', period: thisMonth, ground: 'Đối chiếu số' };
  return told(await send(house, asker, 'POST', '/api/names', look), house.spots[relation]);
}

/** An answer to an order that nobody made. */
async function confirmOrder(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const lines = [{ order: 'zz9z9z9z.9', quantity: 1, why: '' }];
  const body = { book: figure(house, relation), lines };
  return told(await send(house, asker, 'POST', '/api/stock-orders', body), house.spots[relation]);
}

/** Every commune of the hub has its line, whichever is meant. */
async function listReports(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const answer = await send(house, asker, 'GET', `/api/closings?period=${thisMonth}`);
  if (answer.status !== 200) return told(answer, house.spots[relation]);
  const { reports } = (await answer.json()) as { readonly reports: readonly { readonly book: string }[] };
  return { status: 200, said: [reports.length, reports.some(({ book }) => book === figure(house, relation))] };
}

/** The level above's own form: every commune of the hub has its column, whichever is meant. */
async function askUpper(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const answer = await send(house, asker, 'GET', '/api/upper?period=2026-Q2');
  if (answer.status !== 200) return told(answer, house.spots[relation]);
  const { columns } = (await answer.json()) as { readonly columns: readonly { readonly book: string }[] };
  return { status: 200, said: [columns.length, columns.some(({ book }) => book === figure(house, relation))] };
}

/** An answer to a report that nobody handed in. */
async function judgeReport(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const judged = { book: figure(house, relation), id: 'zz9z9z9z.9', outcome: 'received', reason: '' };
  return told(await send(house, asker, 'POST', '/api/closing', judged), house.spots[relation]);
}

/** Work of another hub, and of a commune that there is not. */
async function handIn(house: House, asker: Asker, relation: Relation): Promise<Told> {
  const hub = house.phones.officer.activation.keys.verdictId;
  const ours = { is: 'work', hub, book: figure(house, relation), items: ['AAAA'] } as const;
  const file = relation === 'stranger' ? { ...ours, book: house.spots.stranger.book, hub: 'another' } : ours;
  const text = new TextDecoder().decode(writeRoadFile(file, sha256));
  const answer = await send(house, asker, 'POST', '/api/road-file', { text });
  if (answer.status !== 200) return told(answer, house.spots[relation]);
  const { is, why } = (await answer.json()) as { readonly is: string; readonly why?: string };
  return { status: 200, said: [is, why] };
}

/** A code that there is, with another's secret behind it, and one that there is not. */
async function activate({ freshDoor, freshCode, spots }: House, _asker: Asker, relation: Relation): Promise<Told> {
  const [known, unknown] = [await freshCode(), '2222222222'];
  const code = relation === 'absent' ? unknown : `${known.slice(0, 4)}222222`;
  return told(await requestActivation(freshDoor().request, code, await makeKeys()), spots[relation]);
}

/** By name and password, as anybody may try: the name of somebody, and nobody's. */
async function signIn({ freshDoor, spots }: House, _asker: Asker, relation: Relation): Promise<Told> {
  const name = relation === 'absent' ? 'khong co ai' : 'nguoi1';
  const body = JSON.stringify({ name, password: 'mot mat khau khac' });
  return told(await freshDoor().request('/api/session', { method: 'POST', body }), spots[relation]);
}

async function askSession(house: House, asker: Asker): Promise<Told> {
  const answer = await send(house, asker, 'GET', '/api/session');
  return { status: answer.status, said: await answer.text() };
}

export const rows: { readonly [route: string]: Row } = {
  'POST /activate': { isDoor: true, letIn: everybody, tells: [], ask: activate },
  // The hub believes its own word on who asks, and needs to know nothing else.
  'POST /enrol': { isDoor: true, letIn: everybody, tells: [], ask: asks('POST', '/enrol', () => ({ enrolment: 'x' })) },
  'GET /api/session': { letIn: everybody, tells: [], ask: askSession },
  'POST /api/session': { isDoor: true, letIn: everybody, tells: [], ask: signIn },
  // With a cookie it would end what the other rows go on with: `console.test.ts` tells of that.
  'DELETE /api/session': {
    isDoor: true,
    letIn: everybody,
    tells: [],
    ask: asks('DELETE', '/api/session', () => undefined),
  },
  'POST /api/password': {
    letIn: consoleAskers,
    tells: [],
    ask: asks('POST', '/api/password', ({ place }) => ({ password: place, next: firstPassword })),
  },
  'POST /sync/envelopes': { letIn: deviceAskers, tells: working, ask: write },
  'GET /sync/changes': { letIn: deviceAskers, tells: working, ask: pull },
  'POST /sync/proof': { letIn: working, tells: working, ask: prove },
  'POST /sync/certificate': { letIn: working, tells: [], ask: certify },
  'GET /sync/scope': { letIn: working, tells: working, ask: askScope },
  'POST /sync/units': { letIn: working, tells: ['officer'], ask: changeUnits },
  // What a device leaves is its own, whatever it is asked about.
  'POST /sync/rescue': { letIn: working, tells: [], ask: asks('POST', '/sync/rescue', ({ place }) => ({ place })) },
  'GET /api/report': { letIn: exact, tells: exact, ask: reads('/api/report') },
  'GET /api/cases': { letIn: exact, tells: exact, ask: reads('/api/cases') },
  'POST /api/names': { letIn: exact, tells: exact, ask: askNames },
  'GET /api/aside': { letIn: exact, tells: exact, ask: reads('/api/aside') },
  'POST /api/road-file': { letIn: exact, tells: exact, ask: handIn },
  'GET /api/stock': { letIn: exact, tells: exact, ask: reads('/api/stock') },
  'POST /api/stock-orders': { letIn: exact, tells: exact, ask: confirmOrder },
  'GET /api/closings': { letIn: exact, tells: exact, ask: listReports },
  'GET /api/closing': { letIn: exact, tells: [], ask: reads('/api/closing') },
  'GET /api/closing-moves': { letIn: exact, tells: [], ask: reads('/api/closing-moves') },
  'GET /api/upper': { letIn: exact, tells: exact, ask: askUpper },
  'POST /api/closing': { letIn: exact, tells: [], ask: judgeReport },
};
