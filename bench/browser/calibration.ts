import type { Subject } from './subject.ts';

/** ms of the fixed loop in the measured browser, several times over: other work on this machine shows in its spread. */
export async function calibrate(subject: Subject, repeats: number): Promise<readonly number[]> {
  const page = await subject.blank();
  await page.goto('about:blank');
  await page.evaluate(() => bench.spin());
  const found: number[] = [];
  while (found.length < repeats) {
    await subject.quiet();
    found.push(await page.evaluate(() => bench.spin()));
  }
  await page.close();
  return found;
}
