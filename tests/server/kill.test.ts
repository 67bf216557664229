import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SealedEnvelope } from '../../src/sync/envelope.ts';
import type { OpVerdict, Verdict } from '../../src/sync/verdict.ts';
import { makeRandom } from '../simulation/random.ts';
import { createDatabase, engines } from './engines.ts';
import { type Ask, activatePhone, householdDrafts, uploadAll } from './phone.ts';
import { type Environment, type HubProcess, startHubProcess } from './process.ts';

/** HUB_KILLS=500 makes it long. */
const kills = Number(process.env.HUB_KILLS ?? 10);
/** SEED=4711 draws the same moments again. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = makeRandom(seed);

interface Sent {
  readonly envelope: SealedEnvelope;
  /** What the hub said of it, once it said it. */
  answer?: readonly OpVerdict[];
}

/** Anywhere within the time that the envelope on its way may take; the answers so far say how long that is. */
async function randomMoment(answerTimes: readonly number[]): Promise<void> {
  const usual = [...answerTimes].sort((a, b) => a - b)[Math.floor(answerTimes.length / 2)] ?? 20;
  const end = performance.now() + random.next() * usual;
  while (performance.now() < end) await setImmediate();
}

/** Nothing that was answered may ever be answered otherwise. */
function hear(sent: Sent, verdict: Verdict | undefined): void {
  if (verdict === undefined) throw new Error('no verdict');
  expect(verdict.refused).toBeUndefined();
  if (sent.answer !== undefined) expect(verdict.ops).toEqual(sent.answer);
  sent.answer = verdict.ops;
}

/** Ids of what was written behind a cursor, and where the book ends: hundreds of kills fill more than one page. */
async function writtenSince(phone: Awaited<ReturnType<typeof activatePhone>>, cursor = 0) {
  let page = await phone.changes(cursor);
  const ids = page.rows.map(({ id }) => id);
  while (page.more) {
    page = await phone.changes(page.cursor);
    ids.push(...page.rows.map(({ id }) => id));
  }
  return { ids, end: page.cursor };
}

/**
 * The current of the office fails whenever it likes; the officer's phone goes on sending. Every other time it fails
 * with the verdict already written: the envelope is kept for good, and nobody has heard so.
 */
async function tellStory(environment: Environment, folder: string): Promise<void> {
  let hub: HubProcess = await startHubProcess(folder, environment);
  let isCutAtAnswer = false;
  const ask: Ask = async (path, init) => {
    const answer = await fetch(`${hub.address}${path}`, init);
    if (!isCutAtAnswer) return answer;
    await hub.end('SIGKILL');
    throw new TypeError('the answer was lost');
  };
  const phone = await activatePhone(ask, hub.printed('officer'));
  const village = phone.activation.places[1] ?? '';
  const { end: before } = await writtenSince(phone);
  const all: Sent[] = [];
  const answerTimes: number[] = [];
  let isOwed = false;
  const underway = new EventEmitter();
  const send = async (sent: Sent) => {
    isOwed = true;
    underway.emit('sent');
    const sentAt = performance.now();
    const [verdict] = await phone.upload(sent.envelope.bytes);
    isOwed = false;
    answerTimes.push(performance.now() - sentAt);
    hear(sent, verdict);
  };
  const sendUntilDark = async () => {
    try {
      for (const sent of all.filter(({ answer }) => answer === undefined)) await send(sent);
      for (;;) {
        const { envelope } = await phone.write(householdDrafts(village, `Hộ số ${all.length}`));
        const sent: Sent = { envelope };
        all.push(sent);
        await send(sent);
      }
    } catch (error) {
      // fetch says TypeError when the line is cut; anything else is a fault of the hub.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  const wasKept: boolean[] = [];
  for (let round = 0; round < kills; round++) {
    isCutAtAnswer = false;
    const sending = sendUntilDark();
    for (let heard = 1 + random.below(5); heard > 0; heard--) await once(underway, 'sent');
    if (round % 2 === 1) isCutAtAnswer = true;
    else {
      await randomMoment(answerTimes);
      while (!isOwed) await setImmediate();
      await hub.end('SIGKILL');
    }
    await sending;
    isCutAtAnswer = false;
    hub = await startHubProcess(folder, environment);
    const unheard = all.filter(({ answer }) => answer === undefined);
    // The hub owed this one an answer when it was killed.
    expect(unheard).toHaveLength(1);
    const held = new Set((await writtenSince(phone, before)).ids);
    wasKept.push(unheard.every(({ envelope }) => held.has(`${phone.activation.device}.${envelope.lastSeq}`)));
  }
  expect(wasKept.filter((_, round) => round % 2 === 1)).toEqual(Array(Math.floor(kills / 2)).fill(true));
  // Saves were acknowledged before, or the kills would have met an idle hub.
  expect(all.filter(({ answer }) => answer !== undefined).length).toBeGreaterThan(kills / 2);
  const again = await uploadAll(
    phone,
    all.map(({ envelope }) => envelope.bytes),
  );
  for (const [index, sent] of all.entries()) hear(sent, again[index]);
  const written = await writtenSince(phone, before);
  await hub.end('SIGTERM');
  expect(all.length).toBeGreaterThan(kills);
  const expected = all
    .flatMap(({ envelope }) => [envelope.firstSeq, envelope.lastSeq])
    .map((seq) => `${phone.activation.device}.${seq}`);
  expect(written.ids.sort()).toEqual(expected.sort());
  expect(written.end).toBe(before + expected.length);
}

describe.each(engines)('kill -9 between receiving and answering, on %s', (engine) => {
  test(`${kills} times at random moments, seed ${seed}: nothing is lost, nothing doubled`, async () => {
    console.log(`moments drawn from SEED=${seed}`);
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-kill-'));
    const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
    const environment: Environment =
      database === undefined ? {} : { DATABASE_URL: database.login, DATABASE_OWNER_URL: database.owner };
    try {
      await tellStory(environment, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await database?.drop();
    }
  });
});
