import { afterEach } from 'vitest';
import { openContexts } from './open-pages.ts';

/*
 * A story that fails says what its pages show: the time-out of a locator alone says what did not come, not what came
 * instead. The people on them are invented.
 */

const patience = 3_000;

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const context of openContexts) {
    for (const page of context.pages()) {
      const text = page.evaluate(() => `${location.pathname}\n${document.body.innerText}`).catch(String);
      const late = new Promise<string>((resolve) => setTimeout(resolve, patience, 'the page does not answer'));
      process.stdout.write(`\n== on a page when it failed: ${task.name}\n${await Promise.race([text, late])}\n==\n`);
    }
  }
});
