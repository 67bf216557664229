import { loadavg } from 'node:os';
import { join } from 'node:path';
import { freePort, type RunningHub, startHub } from '../../tests/e2e/hub.ts';
import { PIN } from '../../tests/e2e/phone-steps.ts';
import { type Calibration, calibrate } from '../browser/calibration.ts';
import { openSubject } from '../browser/subject.ts';
import { type CommuneSize, countCommune } from '../measure/commune-size.ts';
import { type FirstLoad, measureFirstLoad, measureNothingNew } from './first-load.ts';
import { type Line, openLine, slow, type Traffic } from './line.ts';
import { type Manner, saveMonth } from './saving.ts';
import { longPatience } from './send-now.ts';
import { type Sending, sendLocked, sendUnlocked } from './sending.ts';

/** An officer's phone over a slow line; each once. */
export interface SyncFigures extends Calibration {
  /** As many people as were asked for, about; `size` also counts those who left or died. */
  readonly people: number;
  readonly size: CommuneSize;
  readonly isLimited: boolean;
  /** Of this machine, when it began. */
  readonly load: number;
  readonly firstLoad: FirstLoad;
  readonly nothingNew: Traffic & { readonly ms: number };
  /** A month's work that was saved one by one, sent by the open app; the same work again, sent by the locked phone. */
  readonly unlocked: Sending;
  readonly locked: Sending;
  /** As much in one act: a file that is imported, sent by the open app. */
  readonly oneAct: Sending;
}

/** A month's work of one phone. */
export const opsOfMonth = 1_500;

export async function measureSync(scratch: string, people: number, step: (text: string) => void): Promise<SyncFigures> {
  const profile = join(scratch, `sync-phone-${people}`);
  const port = await freePort();
  step('sync: the hub founds the commune (not measured)');
  const hub = await startHub(join(scratch, `sync-hub-${people}`), port, ['--people', String(people)]);
  const abandon = (): void => void hub.kill();
  process.once('exit', abandon);
  const line = await openLine(port);
  try {
    const load = Math.round((loadavg()[0] ?? Number.NaN) * 10) / 10;
    const loaded = await loadFirst(profile, hub, line, step);
    const send = async (manner: Manner, way: typeof sendLocked): Promise<Sending> => {
      step(`sync: a month's work, saved ${manner} without a network (not measured)`);
      line.setSpeed(undefined);
      line.cut();
      const waiting = await saveMonth(profile, line.address, opsOfMonth, manner);
      step(`sync: ${waiting.ops} ops in ${waiting.sealedIn} envelopes are sent`);
      line.setSpeed(slow);
      return way(profile, line, waiting);
    };
    return {
      people,
      size: countCommune(people),
      load,
      ...loaded,
      unlocked: await send('one by one', sendUnlocked),
      locked: await send('one by one', sendLocked),
      oneAct: await send('in one act', sendUnlocked),
    };
  } finally {
    process.off('exit', abandon);
    line.end();
    await hub.stop();
  }
}

async function loadFirst(profile: string, hub: RunningHub, line: Line, step: (text: string) => void) {
  const subject = await openSubject(profile, longPatience);
  try {
    const calibration = await calibrate(subject);
    step('sync: first load');
    line.setSpeed(slow);
    const { tab, load } = await measureFirstLoad(subject, line, hub.officer, PIN);
    step('sync: nothing new');
    const nothingNew = await measureNothingNew(subject, tab, line);
    await tab.close();
    return { isLimited: subject.isLimited, ...calibration, firstLoad: load, nothingNew };
  } finally {
    await subject.end();
  }
}
