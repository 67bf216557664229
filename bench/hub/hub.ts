import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, freshCode, type RunningHub, startHub } from '../../tests/e2e/hub.ts';
import { activatePhone, type Phone } from '../../tests/server/phone.ts';
import { type Spread, spread } from '../statistics.ts';
import { sealFull, uploadFull } from './full-envelope.ts';
import { type CellTimes, measureCells, measureReports, type ReportTime } from './hub-figures.ts';

/** Wall time, and the processor time in it, of all threads: on a busy machine only the second says much. */
export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

export interface HubFigures {
  readonly people: number;
  /** From the command to the printed codes: an empty folder, in which the commune is founded and written. */
  readonly firstStart: Took;
  /** The same folder again. */
  readonly restart: Took;
  /** Answers while the founded commune's cells are worked out, and its register is fetched. */
  readonly answerMs: Spread & { readonly worst: number };
  /** One envelope of 50 ops: request, judgement, durable journal, signed verdict checked. */
  readonly envelopeMs: Spread;
  readonly envelopeCpuMs: number;
  readonly cells: CellTimes;
  /** By the command line, without a running hub, its start included. */
  readonly reports: readonly ReportTime[];
}

const envelopes = 60;
const watchedMs = 20_000;

/** The hub with its embedded database, as `npm start` runs it: nothing limits it but this machine. */
export async function measureHub(scratch: string, people: number): Promise<HubFigures> {
  const folder = join(scratch, `hub-bench-${people}`);
  const first = await timedStart(folder, ['--people', String(people)]);
  const answers = await watchAnswers(first.hub);
  await first.hub.stop();
  const again = await timedStart(folder, []);
  const ingested = await ingest(again.hub, folder);
  await again.hub.stop();
  return {
    people,
    firstStart: first.took,
    restart: again.took,
    answerMs: { ...spread(answers), worst: Math.round(Math.max(...answers)) },
    ...ingested,
    cells: await measureCells(folder),
    reports: await measureReports(folder),
  };
}

async function timedStart(folder: string, words: readonly string[]): Promise<{ hub: RunningHub; took: Took }> {
  const port = await freePort();
  const begun = performance.now();
  const hub = await startHub(folder, port, words);
  return { hub, took: { ms: Math.round(performance.now() - begun), cpuMs: cpuOf(hub) } };
}

/** Processor time of a process so far, ms; in hundredths of a second, as Linux tells it. */
export function cpuOf({ pid }: RunningHub): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function watchAnswers(hub: RunningHub): Promise<readonly number[]> {
  const times: number[] = [];
  for (const end = performance.now() + watchedMs; performance.now() < end; await setTimeout(25)) {
    const begun = performance.now();
    await (await fetch(`${hub.address}/api/session`)).text();
    times.push(performance.now() - begun);
  }
  return times;
}

async function ingest(hub: RunningHub, folder: string) {
  const code = freshCode(folder, ['--role', 'officer', '--place', '99001']);
  const phone = await activatePhone((path, init) => fetch(`${hub.address}${path}`, init), code);
  const sealed = await sealFull(phone, envelopes);
  const before = cpuOf(hub);
  const times = await upload(phone, sealed);
  return {
    envelopeMs: spread(times),
    envelopeCpuMs: Math.round(((cpuOf(hub) - before) / sealed.length) * 10) / 10,
  };
}

/** One after the other by one phone; the first ones warm up. ms each. */
async function upload(phone: Phone, sealed: readonly Uint8Array[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const envelope of sealed) {
    const begun = performance.now();
    await uploadFull(phone, envelope);
    times.push(performance.now() - begun);
  }
  return times.slice(5);
}
