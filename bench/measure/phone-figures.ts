import { join } from 'node:path';
import { type Calibration, calibrate } from '../browser/calibration.ts';
import { openSubject, type Subject } from '../browser/subject.ts';
import { serveEmptyPage } from '../empty-page/serve-empty-page.ts';
import { type Listener, type Measured, measureApp } from './app.ts';
import { type CommuneSize, countCommune } from './commune-size.ts';
import { loadPhone, type Storage } from './loaded-phone.ts';
import { fillBirth, type PrepareSave } from './save.ts';

/** The browser that is measured, as it shows before the first row. */
export interface Ground extends Calibration {
  readonly isLimited: boolean;
}

/** One run of the phone's speed in one browser. */
export interface Run extends Measured, Ground {
  /** Once more, at the end: other work on this machine shows here. */
  readonly behind: Calibration;
}

export interface PhoneFigures {
  readonly size: CommuneSize;
  readonly run: Run;
  readonly memoryMb: number | undefined;
  readonly storage: Storage;
}

export interface RunListener extends Listener {
  readonly begin: (ground: Ground) => void;
}

interface App {
  readonly profile: string;
  readonly address: string;
  readonly prepareSave: PrepareSave;
  readonly reportPath?: string;
}

/** The last quarter that has ended. */
function lastQuarter(): string {
  const now = new Date();
  const quarter = Math.floor(now.getMonth() / 3);
  return quarter === 0 ? `${now.getFullYear() - 1}-Q4` : `${now.getFullYear()}-Q${quarter}`;
}

async function runOnce({ profile, ...app }: App, repeats: number, tell: RunListener): Promise<Run> {
  const subject: Subject = await openSubject(profile);
  try {
    const ground = { isLimited: subject.isLimited, ...(await calibrate(subject)) };
    tell.begin(ground);
    const measured = await measureApp(subject, app, repeats, tell);
    return { ...measured, ...ground, behind: await calibrate(subject) };
  } finally {
    await subject.end();
  }
}

/** An officer's phone with about `people` people. */
export async function measurePhone(
  scratch: string,
  people: number,
  repeats: number,
  tell: RunListener,
): Promise<PhoneFigures> {
  tell.step('the hub founds the commune, a phone loads it (not measured)');
  const { profile, hub, memoryMb, storage } = await loadPhone(scratch, people);
  const abandon = (): void => void hub.kill();
  process.once('exit', abandon);
  try {
    const run = await runOnce(
      { profile, address: hub.address, prepareSave: fillBirth, reportPath: `/report/${lastQuarter()}` },
      repeats,
      tell,
    );
    return { size: countCommune(people), run, memoryMb, storage };
  } finally {
    process.off('exit', abandon);
    await hub.stop();
  }
}

/** The same hands on screens with nothing behind them. */
export async function measureEmptyPage(scratch: string, repeats: number, tell: RunListener): Promise<Run> {
  const empty = await serveEmptyPage();
  try {
    const profile = join(scratch, 'empty');
    return await runOnce({ profile, address: empty.address, prepareSave: async () => true }, repeats, tell);
  } finally {
    empty.end();
  }
}
