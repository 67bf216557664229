import { sha256 } from '../../../../server/sync/hash.ts';
import { signActivation, signRequest } from '../../../../src/seal/request-signature.ts';
import { joinUpload } from '../../../../src/sync/hub/accept.ts';
import { toBase64url, utf8 } from '../../../../src/sync/wire/bytes.ts';
import { deviceHeaders } from '../../../../src/sync/wire/device-request.ts';
import { writeRoadFile } from '../../../../src/sync/wire/road-file.ts';
import { thisMonth } from '../../console/one-birth.ts';
import { householdDrafts, type Phone } from '../../phone.ts';
import { goodMessage } from './good-message.ts';
import { consoleUser, type House, sealAs } from './house.ts';

/** One way in. What is mutated is its payload; whatever proves who sends it is put around it afterwards. */
export interface Entrance {
  /** Of the hub's table of routes: one that is on no entrance fails the test. */
  readonly route: string;
  /** Tried so often beside the others; 1 unless a try is dear. */
  readonly weight?: number;
  readonly good: (house: House) => Uint8Array | Promise<Uint8Array>;
  readonly send: (house: House, payload: Uint8Array) => Promise<Response>;
}

const json = (value: unknown) => utf8(JSON.stringify(value));
const text = (payload: Uint8Array) => new TextDecoder().decode(payload);

/** A question in the address: the payload is JSON of its parts, or else stands there as it is. */
function queryOf(payload: Uint8Array): string {
  try {
    const parts: unknown = JSON.parse(text(payload));
    if (typeof parts === 'object' && parts !== null)
      return new URLSearchParams(
        Object.entries(parts).map(([name, value]) => [name.toWellFormed(), asText(value).toWellFormed()]),
      ).toString();
  } catch {
    // No JSON any more.
  }
  return encodeURI(text(payload).toWellFormed()).replaceAll('#', '');
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** What may stand in a header at all. */
const headerText = (value: unknown): string =>
  asText(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 8_000);

function consoleQuestion(path: string, good: (house: House) => unknown): Entrance {
  const send = (house: House, payload: Uint8Array) => house.askConsole('GET', `${path}?${queryOf(payload)}`);
  return { route: `GET ${path}`, good: (house) => json(good(house)), send };
}

function consoleBody(path: string, good: (house: House) => unknown, weight = 1): Entrance {
  const send = (house: House, payload: Uint8Array) => house.askConsole('POST', path, payload);
  return { route: `POST ${path}`, weight, good: (house) => json(good(house)), send };
}

function deviceQuestion(path: string, good: (house: House) => unknown): Entrance {
  const send = ({ officer }: House, payload: Uint8Array) => officer.ask('GET', `${path}?${queryOf(payload)}`);
  return { route: `GET ${path}`, good: (house) => json(good(house)), send };
}

function deviceBody(path: string, good: (house: House) => unknown, of: (house: House) => Phone): Entrance {
  const send = (house: House, payload: Uint8Array) => of(house).ask('POST', path, payload);
  return { route: `POST ${path}`, good: (house) => json(good(house)), send };
}

function publicBody(method: string, path: string, good: (house: House) => unknown, weight: number): Entrance {
  const send = ({ request }: House, payload: Uint8Array) =>
    request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(payload),
    });
  return { route: `${method} ${path}`, weight, good: async (house) => json(await good(house)), send };
}

const look = ({ commune }: House) => ({ book: commune.book, form: '01-DSX', row: '1', period: thisMonth });

const activation = async ({ code, keys }: House) => {
  const proof = await signActivation(crypto.subtle, keys.privateKey, code, keys.publicKey);
  return { code, signKey: keys.publicKey, proof };
};

/** Bytes that one phone sealed: whoever alters them is no longer that phone. */
async function goodUpload({ officer, commune }: House): Promise<Uint8Array> {
  const write = async (name: string) => (await officer.write(householdDrafts(commune.villages[0], name))).envelope;
  return joinUpload([(await write('Lê Thị Ba')).bytes, (await write('Lê Thị Bốn')).bytes]);
}

/** Sealed and signed as it should be, by a phone that says something else than it should. */
const sealed: Entrance = {
  route: 'POST /sync/envelopes',
  weight: 1.5,
  good: () => goodMessage(Date.now()).payload,
  async send({ freshPhone, commune }, payload) {
    const phone = await freshPhone();
    return phone.ask('POST', '/sync/envelopes', joinUpload([await sealAs(phone, commune, payload)]));
  },
};

const uploads: Entrance = {
  route: 'POST /sync/envelopes',
  good: goodUpload,
  send: ({ officer }, payload) => officer.ask('POST', '/sync/envelopes', payload),
};

const workFile = ({ officer, commune }: House, items: readonly string[]): string =>
  text(writeRoadFile({ is: 'work', hub: officer.activation.keys.verdictId, book: commune.book, items }, sha256));

/** The file as somebody chose it, around what a mutated phone has sealed. */
const sealedFile: Entrance = {
  ...sealed,
  route: 'POST /api/road-file',
  weight: 0.5,
  async send(house, payload) {
    const items = [toBase64url(await sealAs(await house.freshPhone(), house.commune, payload))];
    return house.askConsole('POST', '/api/road-file', json({ text: workFile(house, items) }));
  },
};

const files: Entrance = {
  route: 'POST /api/road-file',
  async good(house) {
    const phone = await house.freshPhone();
    const { envelope } = await phone.write(householdDrafts(house.commune.villages[0], 'Lê Thị Năm'));
    return utf8(workFile(house, [toBase64url(envelope.bytes), 'AAAA']));
  },
  send: (house, payload) => house.askConsole('POST', '/api/road-file', json({ text: text(payload) })),
};

/** Who asks, and when, and the proof of it. */
const callers: Entrance = {
  route: 'GET /sync/changes',
  async good({ officer: { keys, activation: own } }) {
    const request = { method: 'GET', path: '/sync/changes?after=0' };
    const signed = await signRequest(crypto.subtle, keys.privateKey, own.device, request, Date.now());
    return json({ ...signed, cookie: 'session=abc', 'accept-encoding': 'gzip' });
  },
  send({ request }, payload) {
    const headers: { [name: string]: string } = {};
    try {
      for (const [name, value] of Object.entries(JSON.parse(text(payload)) ?? {}))
        if (/^[\w-]+$/.test(name)) headers[name] = headerText(value);
    } catch {
      headers[deviceHeaders.device] = headerText(text(payload));
    }
    return request('/sync/changes?after=0', { headers });
  },
};

export const entrances: { readonly [name: string]: Entrance } = {
  activation: publicBody('POST', '/activate', activation, 1),
  session: {
    route: 'GET /api/session',
    good: () => utf8('session=abcdefgh; other=1'),
    send: ({ request }, payload) => request('/api/session', { headers: { cookie: headerText(text(payload)) } }),
  },
  // A try costs the hub an Argon2id.
  'sign in': publicBody('POST', '/api/session', () => ({ ...consoleUser, password: 'khong phai' }), 0.3),
  'sign out': publicBody('DELETE', '/api/session', () => ({ a: 1 }), 0.2),
  password: consoleBody('/api/password', () => ({ password: 'khong phai', next: 'mot mat khau moi' }), 0.3),
  sealed,
  uploads,
  callers,
  changes: deviceQuestion('/sync/changes', ({ commune }) => {
    return { after: '0', obeyed: '1', people: 'abc', place: commune.villages[0], wiped: '1' };
  }),
  'sums of places': deviceBody(
    '/sync/proof',
    () => ({ ask: 'places' }),
    ({ officer }) => officer,
  ),
  'sums of buckets': deviceBody(
    '/sync/proof',
    ({ commune }) => ({ ask: 'buckets', of: [...commune.villages] }),
    ({ officer }) => officer,
  ),
  'sums of records': deviceBody(
    '/sync/proof',
    ({ commune }) => ({ ask: 'records', of: [`${commune.villages[0]}/3`, `${commune.villages[1]}/31`] }),
    ({ officer }) => officer,
  ),
  rows: deviceBody(
    '/sync/proof',
    ({ officer }) => ({ ask: 'rows', of: [`${officer.activation.device}.1`, 'zz9z9z9z.1'] }),
    ({ officer }) => officer,
  ),
  aside: consoleQuestion('/api/aside', ({ commune }) => ({ book: commune.book })),
  certificate: deviceBody(
    '/sync/certificate',
    () => ({}),
    ({ officer }) => officer,
  ),
  rescue: deviceBody(
    '/sync/rescue',
    ({ officer }) => ({ sealed: 'AAAA', key: officer.activation.keys.sealId }),
    ({ officer }) => officer,
  ),
  enrolment: deviceBody(
    '/enrol',
    ({ officer }) => ({ enrolment: officer.activation.enrolment }),
    ({ officer }) => officer,
  ),
  scope: deviceQuestion('/sync/scope', () => ({ after: '0' })),
  split: deviceBody(
    '/sync/units',
    ({ moved }) => {
      const unit = moved.activation.places[1];
      const change = { is: 'split', unit, name: 'Thôn Mới', date: '2026-01-05', households: ['a.1'], keepers: true };
      return { id: 'split-1', change };
    },
    ({ moved }) => moved,
  ),
  rename: deviceBody(
    '/sync/units',
    ({ moved }) => ({ id: 'rename-1', change: { is: 'rename', unit: moved.activation.places[1], name: 'Thôn Xa' } }),
    ({ moved }) => moved,
  ),
  report: consoleQuestion('/api/report', look),
  cases: consoleQuestion('/api/cases', look),
  names: consoleBody('/api/names', (house) => ({ ...look(house), ground: 'Đối chiếu số liệu' })),
  'sealed file': sealedFile,
  files,
  stock: consoleQuestion('/api/stock', ({ commune }) => ({ book: commune.book })),
  orders: consoleBody('/api/stock-orders', ({ commune, standing }) => {
    const lines = [{ order: standing.order, quantity: 800, why: 'Kho tỉnh chỉ còn 800' }];
    return { book: commune.book, lines };
  }),
  closings: consoleQuestion('/api/closings', () => ({ period: thisMonth })),
  upper: consoleQuestion('/api/upper', () => ({ period: '2026-Q3' })),
  closing: consoleQuestion('/api/closing', ({ commune, standing }) => {
    return { book: commune.book, id: standing.frozen };
  }),
  'closing moves': consoleQuestion('/api/closing-moves', ({ commune, standing }) => {
    return { book: commune.book, id: standing.stores, row: 'BCS free received' };
  }),
  judgement: consoleBody('/api/closing', ({ commune, standing }) => {
    const said = { outcome: 'returned', reason: 'Số sinh chưa khớp với sổ' };
    return { book: commune.book, id: standing.frozen, ...said };
  }),
};
