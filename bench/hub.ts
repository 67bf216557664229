import { join } from 'node:path';
import { freePort, freshCode, type RunningHub, startHub } from '../tests/e2e/hub.ts';
import { activatePhone, type Phone } from '../tests/server/phone.ts';
import { type Spread, spread } from './statistics.ts';

export interface HubFigures {
  readonly people: number;
  /** From the command to the printed codes: an empty folder, in which the commune is founded and written. */
  readonly firstStartMs: number;
  /** The same folder again. */
  readonly restartMs: number;
  /** One envelope of 50 ops: request, judgement, durable journal, signed verdict checked. */
  readonly envelopeMs: Spread;
  readonly opsPerSecond: number;
}

const opsOfOne = 50;
const envelopes = 60;

/** The hub with its embedded database, as `npm start` runs it: nothing limits it but this machine. */
export async function measureHub(scratch: string, people: number): Promise<HubFigures> {
  const folder = join(scratch, `hub-bench-${people}`);
  const first = await timedStart(folder, ['--people', String(people)]);
  await first.hub.stop();
  const again = await timedStart(folder, []);
  try {
    const code = freshCode(folder, ['--role', 'officer', '--place', '99001']);
    const phone = await activatePhone((path, init) => fetch(`${again.hub.address}${path}`, init), code);
    const times = await ingest(phone);
    const total = times.reduce((sum, time) => sum + time, 0);
    return {
      people,
      firstStartMs: Math.round(first.ms),
      restartMs: Math.round(again.ms),
      envelopeMs: spread(times),
      opsPerSecond: Math.round((opsOfOne * times.length * 1_000) / total),
    };
  } finally {
    await again.hub.stop();
  }
}

async function timedStart(folder: string, words: readonly string[]): Promise<{ hub: RunningHub; ms: number }> {
  const port = await freePort();
  const begun = performance.now();
  const hub = await startHub(folder, port, words);
  return { hub, ms: performance.now() - begun };
}

/** Sealed beforehand, sent one after the other by one phone; the first ones warm up. ms each. */
async function ingest(phone: Phone): Promise<readonly number[]> {
  const [, village] = phone.activation.places;
  if (village === undefined) throw new Error('the officer has no village');
  const sealed: Uint8Array[] = [];
  while (sealed.length < envelopes) sealed.push((await phone.write(drafts(village))).envelope.bytes);
  const times: number[] = [];
  for (const envelope of sealed) {
    const begun = performance.now();
    const [verdict] = await phone.upload(envelope);
    times.push(performance.now() - begun);
    const applied = verdict?.ops.filter(({ result }) => result.is === 'applied').length;
    if (applied !== opsOfOne) throw new Error(`the hub applied ${applied} of ${opsOfOne} ops`);
  }
  return times.slice(5);
}

/** One household with its people, as one transaction of 50 ops. */
function drafts(place: string) {
  const opening = { household: { made: 0 }, residence: 'usual_present', marital: 'single', status: 'active' };
  const person = { fullName: 'Nguyễn Thị Hoà', sex: 'female', birthDate: '1990-02-03', relation: 'other', ...opening };
  return [
    { kind: 'household', place, put: { number: 1, kind: 'family', poor: 'none' } },
    ...Array.from({ length: opsOfOne - 1 }, () => ({ kind: 'person', place, put: person })),
  ];
}
