import { join } from 'node:path';
import { calibrate } from '../browser/calibration.ts';
import { openSubject, type Subject } from '../browser/subject.ts';
import { serveEmptyPage } from '../empty-page/serve-empty-page.ts';
import { type Spread, spread } from '../statistics.ts';
import { type Measured, measureApp } from './app.ts';
import { type CommuneSize, countCommune } from './commune-size.ts';
import { loadPhone, type Storage } from './loaded-phone.ts';
import { fillBirth, type PrepareSave } from './save.ts';

/** One run of the phone's speed in one browser, with the fixed loop before and behind it. */
export interface Run extends Measured {
  readonly isLimited: boolean;
  readonly loopMs: Spread;
}

export interface PhoneFigures {
  readonly size: CommuneSize;
  readonly run: Run;
  readonly memoryMb: number | undefined;
  readonly storage: Storage;
}

interface App {
  readonly profile: string;
  readonly address: string;
  readonly prepareSave: PrepareSave;
}

const loops = 8;

async function runOnce({ profile, address, prepareSave }: App, repeats: number): Promise<Run> {
  const subject: Subject = await openSubject(profile);
  try {
    const before = await calibrate(subject, loops);
    const measured = await measureApp(subject, { address, prepareSave }, repeats);
    const behind = await calibrate(subject, loops);
    return { ...measured, isLimited: subject.isLimited, loopMs: spread([...before, ...behind]) };
  } finally {
    await subject.end();
  }
}

/** An officer's phone with about `people` people. */
export async function measurePhone(scratch: string, people: number, repeats: number): Promise<PhoneFigures> {
  const { profile, hub, memoryMb, storage } = await loadPhone(scratch, people);
  const abandon = (): void => void hub.kill();
  process.once('exit', abandon);
  try {
    const run = await runOnce({ profile, address: hub.address, prepareSave: fillBirth }, repeats);
    return { size: countCommune(people), run, memoryMb, storage };
  } finally {
    process.off('exit', abandon);
    await hub.stop();
  }
}

/** The same hands on screens with nothing behind them. */
export async function measureEmptyPage(scratch: string, repeats: number): Promise<Run> {
  const empty = await serveEmptyPage();
  try {
    const profile = join(scratch, 'empty');
    return await runOnce({ profile, address: empty.address, prepareSave: async () => true }, repeats);
  } finally {
    empty.end();
  }
}
