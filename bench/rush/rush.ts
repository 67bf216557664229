import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isHubsVerdict } from '../../src/seal/device-crypto.ts';
import type { SealedEnvelope } from '../../src/sync/envelope.ts';
import { joinUpload } from '../../src/sync/hub/accept.ts';
import type { SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { freePort, type RunningHub, startHub } from '../../tests/e2e/hub.ts';
import { type Ask, makePhone, type Phone } from '../../tests/server/phone.ts';
import { makeRandom, type Random } from '../../tests/simulation/random.ts';
import { cpuOf } from '../hub/hub.ts';
import { percentile } from '../statistics.ts';
import { foundCommunes, type LoadedPhone, loadPhone, opsOfPhone, phonesOfCommune } from './fleet.ts';
import { Cut, makeRoad } from './road.ts';

/*
 * The last evening before the reports are due: every phone sends its month within minutes, over lines that break, and
 * much of it twice, since app and service worker, or a phone and a file, do not know of each other.
 */

export interface RushSize {
  readonly phones: number;
  readonly minutes: number;
}

export interface RushFigures extends RushSize {
  readonly ops: number;
  /** From the request to the last byte of its verdict, of requests that were not cut; ms. */
  readonly verdictMs: { readonly p50: number; readonly p99: number; readonly worst: number };
  /** How often the hub answered what; "cut" were cut on the way, "other" is what must never be. */
  readonly answers: { readonly [answer: string]: number };
  readonly duplicates: number;
  readonly lost: number;
  readonly doubled: number;
  /** Envelopes that were answered otherwise the second time. */
  readonly contradicted: number;
  readonly tookS: number;
  readonly hubCpuMs: number;
  readonly hubPeakMb: number;
}

const duplicateShare = 0.2;
const cutShare = 0.3;

interface Tally {
  readonly times: number[];
  readonly answers: Map<string, number>;
  duplicates: number;
  contradicted: number;
}

/** The hub with its embedded database, as `npm start` runs it. */
export async function measureRush(
  scratch: string,
  { phones, minutes }: RushSize,
  step: (text: string) => void,
): Promise<RushFigures> {
  const folder = join(scratch, 'rush-bench');
  const codes = await foundCommunes(folder, phones);
  const hub = await startHub(folder, await freePort());
  try {
    const random = makeRandom(26);
    const loaded: LoadedPhone[] = [];
    for (const code of codes) loaded.push(await loadPhone(makeRoad(hub.address, random, cutShare), code));
    const before = await cursors(hub, loaded);
    step(`rush: ${phones} phones are loaded`);
    const tally: Tally = { times: [], answers: new Map(), duplicates: 0, contradicted: 0 };
    const [begun, cpuBefore] = [performance.now(), cpuOf(hub)];
    await Promise.all(loaded.map((one) => sendMonth(one, minutes * 60_000, random, tally)));
    const tookS = Math.round((performance.now() - begun) / 1_000);
    const hubCpuMs = cpuOf(hub) - cpuBefore;
    step('rush: everything is answered');
    const sorted = [...tally.times].sort((a, b) => a - b);
    const at = (share: number) => Math.round(percentile(sorted, share));
    return {
      ...{ phones, minutes, ops: phones * opsOfPhone },
      verdictMs: { p50: at(0.5), p99: at(0.99), worst: Math.round(sorted.at(-1) ?? Number.NaN) },
      answers: Object.fromEntries(tally.answers),
      duplicates: tally.duplicates,
      contradicted: tally.contradicted,
      ...(await missing(hub, loaded, before)),
      ...{ tookS, hubCpuMs, hubPeakMb: peakOf(hub) },
    };
  } finally {
    await hub.stop();
  }
}

/** Each envelope at its own moment of the evening, in their order. */
async function sendMonth({ phone, envelopes }: LoadedPhone, windowMs: number, random: Random, tally: Tally) {
  const moments = envelopes.map(() => random.next() * windowMs).sort((a, b) => a - b);
  const begun = performance.now();
  for (const [index, envelope] of envelopes.entries()) {
    await setTimeout(Math.max(0, begun + (moments[index] ?? 0) - performance.now()));
    const isTwice = random.chance(duplicateShare);
    // The other road begins before this one has its answer, or a while behind it.
    const other = isTwice && random.chance(0.5) ? sendUntilHeard(phone, envelope, random, tally) : undefined;
    const verdict = await sendUntilHeard(phone, envelope, random, tally);
    const again = isTwice ? await (other ?? sendUntilHeard(phone, envelope, random, tally)) : verdict;
    if (isTwice) tally.duplicates += 1;
    const isApplied = verdict.ops.length > 0 && verdict.ops.every(({ result }) => result.is === 'applied');
    if (!isApplied || JSON.stringify(again.ops) !== JSON.stringify(verdict.ops)) tally.contradicted += 1;
  }
}

async function sendUntilHeard(phone: Phone, { bytes }: SealedEnvelope, random: Random, tally: Tally): Promise<Verdict> {
  for (;;) {
    const begun = performance.now();
    const answer = await phone.ask('POST', '/sync/envelopes', joinUpload([bytes])).catch((error: unknown) => error);
    const tookMs = performance.now() - begun;
    const name = nameOf(answer);
    tally.answers.set(name, (tally.answers.get(name) ?? 0) + 1);
    const verdict = answer instanceof Response && answer.status === 200 ? await verdictIn(phone, answer) : undefined;
    if (verdict !== undefined) {
      tally.times.push(tookMs);
      return verdict;
    }
    const seconds = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? 1) : 1;
    await setTimeout(seconds * 1_000 * (1 + random.next()));
  }
}

/** An answer "come back later" without its delay is not one of those that may be. */
function nameOf(answer: unknown): string {
  if (answer instanceof Cut) return 'cut';
  if (!(answer instanceof Response)) return 'other';
  const { status, headers } = answer;
  const isLater = (status === 429 || status === 503) && Number(headers.get('retry-after')) > 0;
  return status === 200 || isLater ? String(status) : 'other';
}

async function verdictIn({ activation }: Phone, answer: Response): Promise<Verdict> {
  const { verdicts } = (await answer.json()) as { readonly verdicts: readonly SignedVerdict[] };
  const [signed] = verdicts;
  const verdict =
    signed && (await isHubsVerdict(crypto.subtle, activation.keys, signed)) ? openVerdict(signed) : undefined;
  if (verdict === undefined) throw new Error('no verdict of this hub');
  return verdict;
}

/** The end of each commune's book, as its first phone reads it. */
async function cursors(hub: RunningHub, loaded: readonly LoadedPhone[]): Promise<readonly number[]> {
  return Promise.all(firstOfCommune(hub, loaded).map(async (phone) => (await phone.changes()).cursor));
}

/** Over a line that holds. */
function firstOfCommune({ address }: RunningHub, loaded: readonly LoadedPhone[]): readonly Phone[] {
  const ask: Ask = (path, init) => fetch(`${address}${path}`, init);
  const firsts = loaded.filter((_, index) => index % phonesOfCommune === 0);
  return firsts.map(({ phone }) => makePhone(ask, phone.activation, phone.keys, Date.now));
}

/** Ops that the hub does not tell of, and numbers that it gave beyond them: each op here makes one record. */
async function missing(hub: RunningHub, loaded: readonly LoadedPhone[], before: readonly number[]) {
  let [lost, doubled] = [0, 0];
  for (const [index, reader] of firstOfCommune(hub, loaded).entries()) {
    const held = new Set<string>();
    let cursor = before[index] ?? 0;
    for (let more = true; more; ) {
      const page = await reader.changes(cursor);
      for (const { id } of page.rows) held.add(id);
      ({ cursor, more } = page);
    }
    const own = loaded.slice(index * phonesOfCommune, (index + 1) * phonesOfCommune);
    const written = own.flatMap(({ phone, envelopes }) =>
      envelopes.flatMap(({ firstSeq, hashes }) => hashes.map((_, at) => `${phone.activation.device}.${firstSeq + at}`)),
    );
    lost += written.filter((id) => !held.has(id)).length;
    doubled += cursor - (before[index] ?? 0) - written.filter((id) => held.has(id)).length;
  }
  return { lost, doubled };
}

/** The most memory that the hub's process ever held, MB, as Linux tells it. */
function peakOf({ pid }: RunningHub): number {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1]) / 1_024);
}
