import { type Spread, spread } from '../statistics.ts';
import type { Subject } from './subject.ts';

/**
 * ms of two fixed pieces of work in the measured browser, several times over: other work on this machine shows in their
 * spread. There are hours in which a virtual machine turns its loops as ever and is four times slower with memory it
 * touches for the first time, which an app that starts does all the while: the loop alone does not tell them.
 */
export interface Calibration {
  /** The loop, that everything is compared with. */
  readonly loopMs: Spread;
  /** 16 MB that nobody had touched before. */
  readonly freshMs: Spread;
}

const repeats = 5;

export async function calibrate(subject: Subject): Promise<Calibration> {
  const tab = await subject.open();
  await tab.go('about:blank');
  await tab.run(() => bench.spin());
  const loops: number[] = [];
  const fresh: number[] = [];
  while (loops.length < repeats) {
    await subject.quiet();
    loops.push(await tab.run(() => bench.spin()));
    await subject.quiet();
    fresh.push(await tab.run(() => bench.touch()));
  }
  await tab.close();
  return { loopMs: spread(loops), freshMs: spread(fresh) };
}

export function spellCalibration({ loopMs, freshMs }: Calibration): string {
  return `fixed loop ${loopMs.median} ms (p95 ${loopMs.p95}), 16 MB of fresh memory ${freshMs.median} ms (p95 ${freshMs.p95})`;
}
