import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import type { AnswerOfHub, AskedOfHub } from './stand-between.ts';

/* What stands between a phone and its hub can say anything. None of it may make an op leave the outbox. */

interface SignedVerdict {
  readonly payload: string;
  readonly signature: string;
  readonly key: string;
}

/** Genuine words of the hub that the liar has overheard. */
export interface Overheard {
  /** To this device, about an earlier envelope. */
  readonly older: string;
  /** To another device. */
  readonly others: string;
}

type Ask = (asked: AskedOfHub) => Promise<AnswerOfHub>;
type Falsehood = (asked: AskedOfHub, ask: Ask, overheard: Overheard) => Promise<AnswerOfHub | 'cut'>;

const liar = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const asJson = { 'content-type': 'application/json' };
const asPage = { 'content-type': 'text/html; charset=utf-8' };
const portal = '<!doctype html><title>WiFi</title><form action="/login"><button>Đăng nhập</button></form>';

function signByLiar(payload: string): string {
  const bytes = Buffer.from(payload, 'base64url');
  return createSign('sha256')
    .update(bytes)
    .sign({ key: liar.privateKey, dsaEncoding: 'ieee-p1363' })
    .toString('base64url');
}

function readVerdicts(body: AnswerOfHub['body']): readonly SignedVerdict[] {
  return (JSON.parse(String(body)) as { readonly verdicts: readonly SignedVerdict[] }).verdicts;
}

function answer(verdicts: readonly SignedVerdict[]): AnswerOfHub {
  return { status: 200, headers: asJson, body: JSON.stringify({ verdicts }) };
}

/** The clear header of the first envelope of an upload: what everybody on the way can read. */
function headerOf({ body }: AskedOfHub): {
  readonly id: string;
  readonly d: string;
  readonly f: number;
  readonly l: number;
} {
  const length = body.readUInt16BE(8);
  return JSON.parse(body.toString('utf8', 10, 10 + length));
}

function madeUp(asked: AskedOfHub, overheard: Overheard): Omit<SignedVerdict, 'signature'> {
  const { id, d, f, l } = headerOf(asked);
  const [older] = readVerdicts(overheard.older);
  const known = JSON.parse(Buffer.from(older?.payload ?? '', 'base64url').toString());
  const hash = 'A'.repeat(43);
  const ops = Array.from({ length: l - f + 1 }, (_, at) => ({
    seq: f + at,
    hash,
    result: { is: 'applied' },
    stamp: [1, 0],
  }));
  const payload = Buffer.from(JSON.stringify({ ...known, envelope: id, device: d, ops, acked: l })).toString(
    'base64url',
  );
  return { payload, key: older?.key ?? '' };
}

/** The hub's own word about this very envelope, its payload changed on the way. */
async function changed(asked: AskedOfHub, ask: Ask, change: (payload: string) => string) {
  const verdicts = readVerdicts((await ask(asked)).body);
  return verdicts.map(({ payload, signature, key }) => {
    const text = change(Buffer.from(payload, 'base64url').toString());
    return { payload: Buffer.from(text).toString('base64url'), signature, key };
  });
}

interface Told {
  /** A whole answer; as it would travel in brief, its hashes are left out. */
  readonly text: string;
  readonly signature: string;
  readonly key: string;
  /** Absent: that of the text. */
  readonly sum?: string;
}

async function trueTexts(asked: AskedOfHub, ask: Ask): Promise<readonly Told[]> {
  const verdicts = readVerdicts((await ask(asked)).body);
  return verdicts.map(({ payload, ...rest }) => ({ text: Buffer.from(payload, 'base64url').toString(), ...rest }));
}

function inBrief(all: readonly Told[]): AnswerOfHub {
  const brief = all.map(({ text, sum = createHash('sha256').update(text).digest('base64url'), ...rest }) => ({
    ...rest,
    text: text.replace(/"hash":"[\w-]{43}"/g, '"hash":""'),
    sum,
  }));
  return { status: 200, headers: asJson, body: JSON.stringify({ brief }) };
}

/** As one asks who does not understand brief answers. */
export function inWhole(asked: AskedOfHub): AskedOfHub {
  const at = asked.headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'x-brief');
  return at < 0 ? asked : { ...asked, headers: asked.headers.toSpliced(at, 2) };
}

/** Another hash for the first op, of the same length: the JSON stays what it was. */
function alterHash(payload: string): string {
  return payload.replace(/"hash":"(.)/, (_, letter) => `"hash":"${letter === 'A' ? 'B' : 'A'}`);
}

/** Those before `hubWasAsked` are told without the hub; the others after it has truly taken the envelope. */
export const falsehoods: { readonly [what: string]: Falsehood } = {
  'a made-up verdict without a signature': async (asked, _, overheard) =>
    answer([{ ...madeUp(asked, overheard), signature: '' }]),
  'a made-up verdict under the liar’s own key': async (asked, _, overheard) => {
    const made = madeUp(asked, overheard);
    return answer([{ ...made, signature: signByLiar(made.payload) }]);
  },
  'a made-up verdict under the signature of an older one': async (asked, _, overheard) => {
    const [older] = readVerdicts(overheard.older);
    return answer([{ ...madeUp(asked, overheard), signature: older?.signature ?? '' }]);
  },
  'a made-up word that all has arrived, telling of no op': async (asked, _, overheard) => {
    const made = madeUp(asked, overheard);
    const payload = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(made.payload, 'base64url').toString()), ops: [] }),
    ).toString('base64url');
    return answer([{ ...made, payload, signature: signByLiar(payload) }]);
  },
  'the hub’s true word to another device, with this one’s name put in': async (asked, _, { others }) => {
    const { d, id } = headerOf(asked);
    const named = readVerdicts(others).map((verdict) => {
      const told = JSON.parse(Buffer.from(verdict.payload, 'base64url').toString());
      const payload = Buffer.from(JSON.stringify({ ...told, device: d, envelope: id })).toString('base64url');
      return { ...verdict, payload };
    });
    return answer(named);
  },
  'an empty list of verdicts': async () => answer([]),
  'JSON that is nothing': async () => ({ status: 200, headers: asJson, body: 'null' }),
  'JSON without a bottom': async () => ({ status: 200, headers: asJson, body: '['.repeat(200_000) }),
  'a captive portal’s page': async () => ({ status: 200, headers: asPage, body: portal }),
  'a captive portal’s page that says it is JSON': async () => ({ status: 200, headers: asJson, body: portal }),
  'a way to the captive portal': async () => ({
    status: 302,
    headers: { ...asPage, location: '/portal' },
    body: portal,
  }),
  'a way back to where it was sent': async () => ({
    status: 307,
    headers: { ...asJson, location: '/sync/envelopes' },
    body: '',
  }),
  'nothing at all, with a 200': async () => ({ status: 200, headers: asJson, body: '' }),
  'a 204': async () => ({ status: 204, body: '' }),
  'the hub’s true word to another device': async (_asked, _ask, { others }) => ({
    status: 200,
    headers: asJson,
    body: others,
  }),
  'the hub’s true word about an older envelope': async (_asked, _ask, { older }) => ({
    status: 200,
    headers: asJson,
    body: older,
  }),
  'the true answer, its connection cut': async (asked, ask) => {
    await ask(asked);
    return 'cut';
  },
  'the true answer, cut short': async (asked, ask) => {
    const { body } = await ask(asked);
    return { status: 200, headers: asJson, body: String(body).slice(0, -40) };
  },
  'the true answer without its signature': async (asked, ask) => {
    const verdicts = readVerdicts((await ask(asked)).body);
    return answer(verdicts.map((verdict) => ({ ...verdict, signature: '' })));
  },
  'the true answer with the hash of another op': async (asked, ask) => answer(await changed(asked, ask, alterHash)),
  'the true answer with another hash, signed anew by the liar': async (asked, ask) => {
    const verdicts = await changed(asked, ask, alterHash);
    return answer(verdicts.map((verdict) => ({ ...verdict, signature: signByLiar(verdict.payload) })));
  },
  'the true answer, said to be packed': async (asked, ask) => {
    const { body } = await ask(asked);
    return { status: 200, headers: { ...asJson, 'content-encoding': 'gzip' }, body: String(body) };
  },
  'the true answer in a wrapping': async (asked, ask) => {
    const { body } = await ask(asked);
    return { status: 200, headers: asJson, body: JSON.stringify({ data: JSON.parse(String(body)) }) };
  },
  'the true answer, said to be a part': async (asked, ask) => ({ ...(await ask(asked)), status: 206 }),
  'the true answer, with an error as its status': async (asked, ask) => ({ ...(await ask(asked)), status: 502 }),
  // Answers as a hub gives them to whoever holds the hashes.
  'the true answer in brief, with the sum of another text': async (asked, ask) =>
    inBrief((await trueTexts(asked, ask)).map((one) => ({ ...one, sum: 'A'.repeat(43) }))),
  'the true answer in brief, with another number, and a sum to fit': async (asked, ask) =>
    inBrief((await trueTexts(asked, ask)).map((one) => ({ ...one, text: one.text.replace(/"acked":/, '"acked":9') }))),
  'the true answer in brief, signed anew by the liar': async (asked, ask) =>
    inBrief(
      (await trueTexts(asked, ask)).map((one) => ({
        ...one,
        signature: signByLiar(Buffer.from(one.text).toString('base64url')),
      })),
    ),
  'the true answer in brief, without its signature': async (asked, ask) =>
    inBrief((await trueTexts(asked, ask)).map((one) => ({ ...one, signature: '' }))),
  'an empty list in brief': async () => inBrief([]),
  'no list in brief': async () => ({ status: 200, headers: asJson, body: '{"brief":{"0":null,"length":1}}' }),
  // The last: from here on the phone asks as of that time, until the true hub tells it the right one.
  'another time of day, again and again': async () => ({
    status: 401,
    headers: asJson,
    body: JSON.stringify({ refused: 'time', hubTime: 4_102_444_800_000 }),
  }),
};
