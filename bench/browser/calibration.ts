import type { Subject } from './subject.ts';

/** ms of the fixed loop in the measured browser, several times over: other work on this machine shows in its spread. */
export async function calibrate(subject: Subject, repeats: number): Promise<readonly number[]> {
  const tab = await subject.open();
  await tab.go('about:blank');
  await tab.run(() => bench.spin());
  const found: number[] = [];
  while (found.length < repeats) {
    await subject.quiet();
    found.push(await tab.run(() => bench.spin()));
  }
  await tab.close();
  return found;
}
