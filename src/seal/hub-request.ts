import { bad, good, type Outcome } from '../domain/outcome.ts';
import type { HubPort, NetworkFailure } from '../sync/ports.ts';
import type { SignedVerdict } from '../sync/verdict.ts';
import { isCount, isObject, type Json } from '../sync/wire/bounds.ts';
import { deviceHeaders } from '../sync/wire/device-request.ts';
import { joinUpload, lengthen, readVerdicts } from '../sync/wire/upload-bytes.ts';
import { isSigned } from '../sync/wire/verdict-bytes.ts';
import { bodyHash, type OutgoingRequest, signRequest } from './request-signature.ts';

/* Signed requests of a device to its hub, the same for app and service worker. What is not the hub's JSON is no answer. */

export interface HubLine {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly subtle: SubtleCrypto;
  readonly signKey: CryptoKey;
  readonly device: string;
  /** Origin of the hub; "" = the page's own. */
  readonly origin: string;
  /** ms since 1970 by the phone's clock. */
  readonly now: () => number;
  /** What is known of that clock, and learnt here. */
  readonly clock?: HubClock;
  /** Newest seal key of the hub that this device holds: it is answered under the keys of that time. */
  readonly keyId?: string;
}

/** How far the phone's clock is ahead of its hub's, ms: asked for once, so that not every request goes twice. */
export interface HubClock {
  /** Absent before the first contact. */
  ahead?: number;
}

const timeout = 30_000;
const defaultDelaySeconds = 30;

/** A 200 with a JSON object, or why there is none. A request refused for its time is signed once more with the hub's. */
export async function askHub(line: HubLine, request: OutgoingRequest): Promise<Outcome<Json, NetworkFailure>> {
  const first = await fetchOnce(line, request, line.now() - (line.clock?.ahead ?? 0));
  if (!first.ok || first.value.status !== 401) return first.ok ? judge(first.value) : first;
  const { json } = first.value;
  const hubTime = json?.refused === 'time' && isCount(json.hubTime) ? json.hubTime : undefined;
  if (hubTime === undefined) return judge(first.value);
  if (line.clock !== undefined) line.clock.ahead = line.now() - hubTime;
  const second = await fetchOnce(line, request, hubTime);
  return second.ok ? judge(second.value) : second;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly json: Json | undefined;
}

async function fetchOnce(
  line: HubLine,
  request: OutgoingRequest,
  time: number,
): Promise<Outcome<Answer, NetworkFailure>> {
  const signed = await signRequest(line.subtle, line.signKey, line.device, request, time);
  const headers = {
    ...signed,
    ...(line.keyId !== undefined && { [deviceHeaders.key]: line.keyId }),
    ...(request.isBrief === true && { [deviceHeaders.brief]: '1' }),
  };
  const body = request.body === undefined ? {} : { body: new Uint8Array(request.body) };
  const rules = { cache: 'no-store', credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' } as const;
  try {
    const signal = AbortSignal.timeout(timeout);
    const { method, path } = request;
    const response = await line.fetch(line.origin + path, { method, headers, ...body, ...rules, signal });
    const json = parse(await response.text());
    return good({ status: response.status, retryAfter: response.headers.get('retry-after'), json });
  } catch {
    // A browser tells no more than this: no network, no such host, cut in the middle, or 30 s gone by.
    return bad({ why: 'offline' });
  }
}

function judge({ status, retryAfter, json }: Answer): Outcome<Json, NetworkFailure> {
  if (status === 200 && json !== undefined) return good(json);
  if (status === 413) return bad({ why: 'too_large' });
  if (status === 429 || status === 503) {
    const seconds = Number(retryAfter ?? defaultDelaySeconds);
    return bad({ why: 'busy', retryAfterSeconds: seconds > 0 ? Math.min(seconds, 3600) : defaultDelaySeconds });
  }
  if (status === 401 && json?.refused === 'device') return bad({ why: 'device' });
  // A hub's own errors are JSON, and so is all else it says; a broken server behind a proxy says 5xx in any form.
  return json === undefined && status < 500 ? bad({ why: 'foreign' }) : bad({ why: 'answer', status });
}

function parse(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Behind every row of a book: who holds no key asks for none. */
const behindAll = 999_999_999_999_999;

/** The pinned hub's word to this device, and nothing of its book; `undefined`: none came. */
export async function askContact(
  line: HubLine,
  isFromHub: (signed: SignedVerdict) => Promise<boolean>,
  told = '',
): Promise<SignedVerdict | undefined> {
  const answer = await askHub(line, { method: 'GET', path: `/sync/changes?after=${behindAll}${told}` });
  const contact = answer.ok ? answer.value.contact : undefined;
  return isSigned(contact) && (await isFromHub(contact)) ? contact : undefined;
}

/** Says that an order to wipe was obeyed. True once the pinned hub has heard it. */
export async function tellWiped(
  line: HubLine,
  isFromHub: (signed: SignedVerdict) => Promise<boolean>,
): Promise<boolean> {
  return (await askContact(line, isFromHub, '&wiped=1')) !== undefined;
}

/** `POST /sync/envelopes`. A captive portal's page is `answer`: nothing in it is a verdict. */
export function uploadTo(line: HubLine): HubPort['upload'] {
  return async (envelopes, hashOf) => {
    const request = { method: 'POST', path: '/sync/envelopes', body: joinUpload(envelopes) };
    const answer = await askHub(line, { ...request, isBrief: hashOf !== undefined });
    if (!answer.ok) return answer;
    if (hashOf === undefined || !('brief' in answer.value)) return readWhole(answer.value);
    const verdicts = await lengthen(answer.value, hashOf, (bytes) => bodyHash(line.subtle, bytes));
    if (verdicts !== undefined) return good(verdicts);
    // Storage has damaged a hash here, or it was altered on the way: the same question is answered the same, and in full.
    const whole = await askHub(line, request);
    return whole.ok ? readWhole(whole.value) : whole;
  };
}

function readWhole(json: Json): Awaited<ReturnType<HubPort['upload']>> {
  const verdicts = readVerdicts(json);
  return verdicts.ok ? verdicts : bad({ why: 'foreign' });
}
