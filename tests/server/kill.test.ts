import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SealedEnvelope } from '../../src/sync/envelope.ts';
import type { OpVerdict } from '../../src/sync/verdict.ts';
import { createDatabase, engines } from './engines.ts';
import { type Ask, activatePhone, householdDrafts } from './phone.ts';
import { type Environment, type HubProcess, startHubProcess } from './process.ts';

const kills = 10;

interface Sent {
  readonly envelope: SealedEnvelope;
  /** What the hub said of it, once it said it. */
  answer?: readonly OpVerdict[];
}

/** Some answers into the round, then anywhere within the time that one envelope takes. */
async function randomMoment(whenAnswered: () => Promise<void>): Promise<void> {
  const answers = 1 + Math.floor(Math.random() * 5);
  for (let heard = 0; heard < answers; heard++) await whenAnswered();
  const end = performance.now() + Math.random() * 60;
  while (performance.now() < end) await setImmediate();
}

/** The current of the office fails whenever it likes; the officer's phone goes on sending. */
async function tellStory(environment: Environment, folder: string): Promise<void> {
  let hub: HubProcess = await startHubProcess(folder, environment);
  const ask: Ask = (path, init) => fetch(`${hub.address}${path}`, init);
  const phone = await activatePhone(ask, hub.printed('officer'));
  const village = phone.activation.places[1] ?? '';
  const before = (await phone.changes()).cursor;
  const all: Sent[] = [];
  const listeners = new Set<() => void>();
  const whenAnswered = () =>
    new Promise<void>((resolve) => {
      const tell = () => {
        listeners.delete(tell);
        resolve();
      };
      listeners.add(tell);
    });
  const send = async (sent: Sent) => {
    const [verdict] = await phone.upload(sent.envelope.bytes);
    if (verdict === undefined) throw new Error('no verdict');
    expect(verdict.refused).toBeUndefined();
    // Nothing that was answered may ever be answered otherwise.
    if (sent.answer !== undefined) expect(verdict.ops).toEqual(sent.answer);
    sent.answer = verdict.ops;
    for (const tell of listeners) tell();
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
  for (let round = 0; round < kills; round++) {
    const sending = sendUntilDark();
    await randomMoment(whenAnswered);
    await hub.end('SIGKILL');
    await sending;
    hub = await startHubProcess(folder, environment);
  }
  for (const sent of all) await send(sent);
  const changes = await phone.changes(before);
  await hub.end('SIGTERM');
  expect(all.length).toBeGreaterThan(kills);
  const expected = all
    .flatMap(({ envelope }) => [envelope.firstSeq, envelope.lastSeq])
    .map((seq) => `${phone.activation.device}.${seq}`);
  expect(changes.rows.map((row) => row.id).sort()).toEqual(expected.sort());
  expect(changes.cursor).toBe(before + expected.length);
}

describe.each(engines)('kill -9 between receiving and answering, on %s', (engine) => {
  test('ten times at random moments: nothing is lost, nothing doubled', async () => {
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
  }, 240_000);
});
